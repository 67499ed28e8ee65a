/** A mistake in one file: a piece of its text that is there once, and what stands there instead. */
interface Patch {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** A product with a mistake that somebody could make. The machine must not survive the weather with it. */
export interface Mutant {
  /** The invariants that it breaks, any of them. */
  readonly breaks: readonly string[];
  readonly patches: readonly Patch[];
}

const message = "packages/core/message";

export const MUTANTS: Readonly<Record<string, Mutant>> = {
  "drop-the-claim": {
    breaks: ["at most one mail per enrolment, step and visit", "no frequency cap is broken"],
    patches: [
      { file: `${message}/deliver.ts`, find: "  if (left) return left;\n", put: "" },
      {
        file: "packages/core/campaign/situation.ts",
        find: "  message && { state: message.state,",
        put: '  message && message.state !== "sending" && { state: message.state,',
      },
      {
        file: `${message}/claim.ts`,
        find: "return applied(entities.message.create(item).go());",
        put: "return applied(entities.message.put(item).go());",
      },
      {
        file: `${message}/claim.ts`,
        find: '.remove(["failure"])\n      .where((it, op) => ',
        put: '.remove(["failure"])\n      .where((it, op) => op.exists(it.state) || ',
      },
    ],
  },
  "publish-after-commit": {
    breaks: ["every change has its event"],
    patches: [
      {
        file: "packages/core/commit.ts",
        find: "const result = await service.transaction.write(build).go();",
        put: `const told = [];
    const create = (draft) => ({ commit: () => void told.push(draft) });
    const result = await service.transaction
      .write((all) => build({ ...all, event: { ...all.event, create } }).filter(Boolean))
      .go();
    if (!result.canceled && told.length > 0)
      await service.transaction.write(({ event }) => told.map((draft) => event.create(draft).commit())).go();`,
      },
    ],
  },
  "forget-the-consent-check": {
    breaks: ["no mail without a ground at its claim", "no mail after a stop was acknowledged"],
    patches: [
      {
        file: "packages/core/gate/judge.ts",
        find: "  const rule = CLASSES[kind];\n",
        put: `  const rule = CLASSES[kind];
  const said = gate.permissions.job_news;
  if (kind === "nurture" && said) return { ok: true, consentId: said.consentId };
`,
      },
    ],
  },
  "double-the-counter-add": {
    breaks: ["aggregates are a recount of the log"],
    patches: [
      {
        file: "packages/core/metric/fold.ts",
        find: "if (holder === GONE || (await isCommitted(holder))) return false;",
        put: "if (holder === GONE) return false;",
      },
    ],
  },
  "skip-the-abort-record": {
    breaks: ["aggregates are a recount of the log"],
    patches: [
      {
        file: "packages/core/metric/fold.ts",
        find: `  if (await once(({ batch }) => [batch.create({ batchId, outcome: "aborted", at: Clock.iso() }).commit()]))
    return false;
`,
        put: "",
      },
    ],
  },
  "ignore-the-quota": {
    breaks: ["SES's rate is exceeded in no second"],
    patches: [
      {
        file: "packages/core/quota/slots.ts",
        find: "/ Math.min(perSecond, FASTEST)",
        put: "/ FASTEST",
      },
    ],
  },
  "forget-an-index-row": {
    breaks: ["every index row is as its item says", "every enrolment is finished or due"],
    patches: [
      {
        file: "packages/local/dynamodb/commit.ts",
        find: "...change.index,",
        put: '...change.index.filter(({ type }) => type === "put"),',
      },
    ],
  },
};
