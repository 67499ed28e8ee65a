import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist } from "../commit.ts";
import { Consent, Purpose } from "../consent/index.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Gate } from "../gate/index.ts";
import { derivedId } from "../id.ts";
import { Organisation } from "../organisation/index.ts";
import type { Locale } from "../text.ts";
import { Token } from "../token/index.ts";
import { Events } from "./events.ts";
import { type Known, load } from "./load.ts";

const WithToken = z.strictObject({ token: z.string().max(2000) });

/** Token of a confirmation mail: who, which request, and which permissions it asks for. */
export const confirmToken = (candidateId: string, requestId: string, purposes: readonly Purpose[]) =>
  Token.sign("confirm", { subject: candidateId, ref: [requestId, ...purposes].join(" ") });

interface Request {
  readonly known: Known;
  readonly requestId: string;
  readonly purposes: readonly Purpose[];
  /** It has done its work once: what she decided since then stands. */
  readonly used: boolean;
}

async function open(token: string): Promise<Request> {
  const { subject, ref = "" } = await Token.verify("confirm", token);
  const [requestId = "", ...purposes] = ref.split(" ");
  // Asked before she is read: what another press did in between shows on her.
  const used = await Consent.exists(subject, ledgerId(requestId, "job_news"));
  const known = await load(subject);
  if (!known)
    throw new AppError(
      "invalid",
      "token.gone",
      "Nothing is kept for this link any more. You can sign up again.",
    );
  return { known, requestId, purposes: z.array(Purpose).parse(purposes), used };
}

const ledgerId = (requestId: string, purpose: Purpose) => derivedId("con", requestId, purpose, "granted");
const isDone = ({ known, requestId }: Request) =>
  known.gate.permissions.job_news?.consentId === ledgerId(requestId, "job_news") &&
  known.candidate.standing === "member";

/** What a confirmation link is about, without changing anything: mail scanners fetch every link. */
export const invitation = fn(WithToken, async ({ token }) => {
  const request = await open(token);
  return {
    locale: request.known.candidate.locale,
    state: isDone(request) ? ("done" as const) : ("open" as const),
    tracking: request.purposes.includes("tracking"),
  };
});

/** She confirms: her permissions hold from now, and she is in the talent community. Doing it twice is doing it once. */
export const confirm = fn(WithToken, ({ token }) =>
  insist(async (): Promise<{ locale: Locale; preferencesToken: string }> => {
    const request = await open(token);
    const { candidateId, locale, trace } = request.known.candidate;
    if (!isDone(request)) {
      if (request.used)
        throw new AppError("invalid", "token.used", "This link was used before. You can sign up again.");
      await Actor.follow(trace, () => grant(request));
    }
    return { locale, preferencesToken: await Token.sign("preferences", { subject: candidateId }) };
  }),
);

async function grant({ known, requestId, purposes }: Request): Promise<void> {
  const { candidate, gate, address } = known;
  const { candidateId, locale } = candidate;
  const organisation = await Organisation.required();
  const joining = candidate.standing !== "member";
  const ledger = purposes.map((purpose) =>
    Consent.entry({
      candidateId,
      purpose,
      state: "granted",
      method: "double_opt_in",
      locale,
      organisation,
      consentId: ledgerId(requestId, purpose),
    }),
  );
  const granted = ledger.map(({ purpose, consentId, until }) => [
    purpose,
    Gate.permission("granted", consentId, until),
  ]);
  await commit(
    ({ candidate: person, gate: gates, address: addresses, guard, suppression, consent, event }) => [
      ...ledger.map((line) => consent.create(line).commit()),
      person
        .patch({ candidateId })
        .set({ standing: "member", revision: candidate.revision + 1, ...(joining ? arrival() : {}) })
        .remove(["expiresAt", "leftAt"])
        .where((it, op) => op.eq(it.revision, candidate.revision))
        .commit(),
      gates
        .patch({ candidateId })
        .set({
          ...Gate.withPermissions(gate, Object.fromEntries(granted)),
          marks: Gate.withMark(gate.marks, "j", Clock.now()),
        })
        .remove(["suppressed", "expiresAt"])
        .where((it, op) => op.eq(it.revision, gate.revision))
        .commit(),
      addresses
        .patch({ candidateId, addressId: address.addressId })
        .set({ confirmedAt: Clock.iso() })
        .remove(["expiresAt"])
        .commit(),
      guard.patch({ addressHash: address.addressHash }).remove(["expiresAt"]).commit(),
      suppression.delete({ addressHash: address.addressHash }).commit(),
      ...ledger.map(({ purpose }) => event.create(Consent.Events.Granted({ candidateId, purpose })).commit()),
      ...(joining ? [event.create(Events.Joined({ candidateId, source: candidate.source })).commit()] : []),
    ],
  );
}

const arrival = () => ({ joinedAt: Clock.iso(), arrival: Clock.iso().slice(0, 7) });
