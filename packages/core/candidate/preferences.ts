import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist } from "../commit.ts";
import { Consent, type Purpose } from "../consent/index.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Gate } from "../gate/index.ts";
import { Organisation } from "../organisation/index.ts";
import { Locale } from "../text.ts";
import { Token } from "../token/index.ts";
import { Stop, WithToken } from "./candidate.schema.ts";
import { Events } from "./events.ts";
import { isHeld, withdraw } from "./leave.ts";
import { type Known, load } from "./load.ts";
import { mayWrite } from "./may-write.ts";

export interface Preferences {
  readonly locale: Locale;
  /** Whether job news reaches her now: what the gate says. */
  readonly jobNews: boolean;
  readonly tracking: boolean;
  readonly stop?: Stop;
}

/** What holds for her now; undefined when nothing is kept of her. */
export const preferences = fn(WithToken, async ({ token }) =>
  standing((await Token.verify("preferences", token)).subject),
);

async function standing(candidateId: string): Promise<Preferences | undefined> {
  const known = await load(candidateId);
  if (!known) return undefined;
  const { answer, code, tracking } = mayWrite(known.gate);
  const { data: stop } = Stop.safeParse(code);
  return {
    locale: known.candidate.locale,
    jobNews: answer === "yes",
    tracking,
    ...(stop ? { stop } : {}),
  };
}

/**
 * She sets both switches on a page in one language: the ledger keeps the words she saw. What stays as it was writes nothing. A box
 * sent without its tick is a no, also where job news had stopped for another reason. Answers what holds now.
 */
export const setPreferences = fn(
  WithToken.extend({ jobNews: z.boolean(), tracking: z.boolean(), locale: Locale }),
  async ({ token, jobNews, tracking, locale }): Promise<Preferences | undefined> => {
    const { subject } = await Token.verify("preferences", token);
    await insist(() => change(subject, "job_news", jobNews, locale));
    await insist(() => change(subject, "tracking", tracking, locale));
    return standing(subject);
  },
);

async function change(candidateId: string, purpose: Purpose, wanted: boolean, locale: Locale): Promise<void> {
  const known = await load(candidateId);
  if (!known) throw new AppError("missing", "candidate.gone", "Nothing is kept about you any more");
  if (isHeld(known, purpose) === wanted) return;
  await Actor.candidate(known.candidate, () =>
    wanted ? allow(known, purpose, locale) : withdraw(known, purpose, "page", locale),
  );
}

/** What saying yes again takes back; that a mailbox does not exist, or complained, only an answered mail disproves. */
const LIFTED: ReadonlySet<string | undefined> = new Set([undefined, "unsubscribe", "erasure"]);

/** She gives a permission on the page that only her mailbox knows the way to. */
async function allow({ candidate, gate, address }: Known, purpose: Purpose, locale: Locale): Promise<void> {
  const { candidateId } = candidate;
  const organisation = await Organisation.required();
  const line = Consent.entry({
    candidateId,
    purpose,
    state: "granted",
    method: "page",
    locale,
    organisation,
  });
  const granted = Gate.permission("granted", line.consentId, line.until);
  const returning = purpose === "job_news" && candidate.standing !== "member";
  const lifted = returning && LIFTED.has(gate.suppressed);
  await commit(({ candidate: person, gate: gates, suppression, consent, event }) => [
    gates
      .patch({ candidateId })
      .set(Gate.withPermissions(gate, { [purpose]: granted }))
      .remove([...(lifted ? (["suppressed"] as const) : []), ...(returning ? (["expiresAt"] as const) : [])])
      .where((it, op) => op.eq(it.revision, gate.revision))
      .commit(),
    consent.create(line).commit(),
    event.create(Consent.Events.Granted({ candidateId, purpose })).commit(),
    ...(lifted ? [suppression.delete({ addressHash: address.addressHash }).commit()] : []),
    ...(returning
      ? [
          person
            .patch({ candidateId })
            .set({
              standing: "member" as const,
              revision: candidate.revision + 1,
              joinedAt: Clock.iso(),
              arrival: Clock.iso().slice(0, 7),
            })
            .remove(["leftAt", "expiresAt"])
            .where((it, op) => op.eq(it.revision, candidate.revision))
            .commit(),
          event.create(Events.Joined({ candidateId, source: "preferences" })).commit(),
        ]
      : []),
  ]);
}
