import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist, type Writers } from "../commit.ts";
import * as Consent from "../consent/index.ts";
import { Purpose } from "../consent/index.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import * as Gate from "../gate/index.ts";
import { derivedId } from "../id.ts";
import * as Organisation from "../organisation/index.ts";
import { entities } from "../service.ts";
import type { Locale } from "../text.ts";
import * as Token from "../token/index.ts";
import { WithToken } from "./candidate.schema.ts";
import { Events } from "./events.ts";
import { type Known, load } from "./load.ts";
import { relisted } from "./relist.ts";

/** Token of a confirmation mail: who, which request, and which permissions it asks for. */
export const confirmToken = (candidateId: string, requestId: string, purposes: readonly Purpose[]) =>
  Token.sign("confirm", { subject: candidateId, ref: [requestId, ...purposes].join(" ") });

type Typed = NonNullable<Awaited<ReturnType<typeof typedWith>>>;

interface Request {
  readonly known: Known;
  /** What was typed with it, where that is not what made her. */
  readonly typed: Typed | undefined;
  readonly requestId: string;
  readonly purposes: readonly Purpose[];
  /** It has done its work once: what she decided since then stands. */
  readonly used: boolean;
}

async function open(token: string): Promise<Request> {
  const { subject, ref = "" } = await Token.verify("confirm", token);
  const [requestId = "", ...purposes] = ref.split(" ");
  // Asked before she is read: what another press did in between shows on her.
  const [used, typed] = await Promise.all([
    Consent.exists(subject, ledgerId(requestId, "job_news")),
    typedWith(subject, requestId),
  ]);
  const known = await load(subject);
  if (!known)
    throw new AppError(
      "invalid",
      "token.gone",
      "Nothing is kept for this link any more. You can sign up again.",
    );
  return { known, typed, requestId, purposes: z.array(Purpose).parse(purposes), used };
}

async function typedWith(candidateId: string, requestId: string) {
  const { data } = await entities.request.get({ candidateId, requestId }).go({ consistent: true });
  return data ?? undefined;
}

const ledgerId = (requestId: string, purpose: Purpose) => derivedId("con", requestId, purpose, "granted");
const isDone = ({ known, requestId }: Request) =>
  known.gate.permissions.job_news?.consentId === ledgerId(requestId, "job_news") &&
  known.candidate.standing === "member";

/** What a confirmation link is about, without changing anything: mail scanners fetch every link. */
export const invitation = fn(WithToken, async ({ token }) => {
  const request = await open(token);
  return {
    locale: localeOf(request),
    state: isDone(request) ? ("done" as const) : ("open" as const),
    tracking: request.purposes.includes("tracking"),
  };
});

/** She confirms: her permissions hold from now, and she is in the talent community. Doing it twice is doing it once. */
export const confirm = fn(WithToken, ({ token }) =>
  insist(async (): Promise<{ locale: Locale; preferencesToken: string }> => {
    const request = await open(token);
    const { candidateId } = request.known.candidate;
    if (!isDone(request)) {
      if (request.used)
        throw new AppError("invalid", "token.used", "This link was used before. You can sign up again.");
      await Actor.candidate(request.known.candidate, () => grant(request));
    }
    return {
      locale: localeOf(request),
      preferencesToken: await Token.sign("preferences", { subject: candidateId }),
    };
  }),
);

async function grant(request: Request): Promise<void> {
  const { candidate, gate } = request.known;
  const { candidateId } = candidate;
  const ledger = await linesOf(request);
  const granted = ledger.map(({ purpose, consentId, until }) => [
    purpose,
    Gate.permission("granted", consentId, until),
  ]);
  const permissions = Gate.withPermissions(gate, Object.fromEntries(granted));
  await commit((writers) => [
    ...ledger.map((line) => writers.consent.create(line).commit()),
    asMember(writers, request, permissions),
    writers.gate
      .patch({ candidateId })
      .set({ ...permissions, marks: Gate.withMark(gate.marks, "j", Clock.now()) })
      .remove(["suppressed", "expiresAt"])
      .where((it, op) => op.eq(it.revision, gate.revision))
      .commit(),
    ...kept(writers, request),
    ...ledger.map(({ purpose }) =>
      writers.event.create(Consent.Events.Granted({ candidateId, purpose })).commit(),
    ),
    ...(candidate.standing === "member"
      ? []
      : [
          writers.event
            .create(Events.Joined({ candidateId, source: sourceOf(request), ...knownBefore(candidate) }))
            .commit(),
        ]),
  ]);
}

/** Part of the transaction: her profile is a member's. */
function asMember({ candidate: people }: Writers, request: Request, permissions: Partial<Gate.Info>) {
  const { candidate, gate } = request.known;
  const { suppressed: _, ...unsuppressed } = gate;
  const { leftAt: __, ...back } = candidate;
  const joining = candidate.standing !== "member";
  const member = { standing: "member" as const, ...(joining ? arrival(request) : {}) };
  return people
    .patch({ candidateId: candidate.candidateId })
    .set(relisted({ candidate: back, gate: { ...unsuppressed, ...permissions } }, true, member))
    .remove(["expiresAt", "leftAt"])
    .where((it, op) => op.eq(it.revision, candidate.revision))
    .commit();
}

/** Part of the transaction: what would have been forgotten is kept, and her mailbox has answered. */
function kept({ address: addresses, guard, request: waiting, suppression }: Writers, request: Request) {
  const { known, typed, requestId } = request;
  const { candidateId, addressId, addressHash } = known.address;
  return [
    addresses
      .patch({ candidateId, addressId })
      .set({ confirmedAt: Clock.iso() })
      .remove(["expiresAt"])
      .commit(),
    guard.patch({ addressHash }).remove(["expiresAt"]).commit(),
    ...(typed ? [waiting.delete({ candidateId, requestId }).commit()] : []),
    suppression.delete({ addressHash }).commit(),
  ];
}

/** Whether she was in the pool already when she joined: she counts once. */
export const knownBefore = ({ standing }: Known["candidate"]): { known?: true } =>
  standing === "sourced" ? { known: true } : {};

/** What the ledger says from now on, in the language she was asked in. */
async function linesOf(request: Request) {
  const organisation = await Organisation.required();
  const { known, requestId, purposes } = request;
  return purposes.map((purpose) =>
    Consent.entry({
      candidateId: known.candidate.candidateId,
      purpose,
      state: "granted",
      method: "double_opt_in",
      locale: localeOf(request),
      organisation,
      consentId: ledgerId(requestId, purpose),
    }),
  );
}

const localeOf = ({ known, typed }: Request): Locale => typed?.locale ?? known.candidate.locale;
const sourceOf = ({ known, typed }: Request) => (typed ? `form:${typed.formId}` : known.candidate.source);

/** What she is from now on: what was typed with the request she confirmed, not what somebody typed before or since. */
function arrival(request: Request) {
  const { known, typed } = request;
  const at = Clock.iso();
  const answers = typed?.answers ?? known.candidate.answers;
  const told = typed && { name: typed.name, locale: typed.locale, answers };
  const interests = answers.interest ? { interests: [answers.interest] } : {};
  // Where somebody came from the first time stays.
  const source = known.candidate.joinedAt ? {} : { source: sourceOf(request) };
  return { joinedAt: at, ...told, ...interests, ...source };
}
