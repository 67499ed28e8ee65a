import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist } from "../commit.ts";
import type { Method, Purpose } from "../consent/index.ts";
import * as Consent from "../consent/index.ts";
import { fn } from "../fn.ts";
import * as Gate from "../gate/index.ts";
import * as Message from "../message/index.ts";
import * as Organisation from "../organisation/index.ts";
import * as Suppression from "../suppression/index.ts";
import type { Locale } from "../text.ts";
import * as Token from "../token/index.ts";
import { WithToken } from "./candidate.schema.ts";
import { Events } from "./events.ts";
import { type Known, load } from "./load.ts";
import { relisted } from "./relist.ts";

/** Token for the unsubscribe address of one mail. */
export const unsubscribeToken = (candidateId: string, messageId: string) =>
  Token.sign("unsubscribe", { subject: candidateId, ref: messageId });

export const preferencesToken = (candidateId: string) => Token.sign("preferences", { subject: candidateId });

/** The language to answer in, without changing anything; undefined when nothing is kept of her. */
export const farewell = fn(WithToken, async ({ token }): Promise<{ locale: Locale } | undefined> => {
  const { subject } = await Token.verify("unsubscribe", token, { expiredIsFine: true });
  const known = await load(subject);
  return known && { locale: known.candidate.locale };
});

interface Farewell {
  readonly locale: Locale;
  readonly preferencesToken?: string;
}

/**
 * She stops the job news, or objects to it. Idempotent, honoured for expired tokens too (RFC 8058 3.1, 16 CFR 316.5). When this answers,
 * the gate is written and what was on its way has left: no mail that needs the permission leaves after it. An expired token leads no
 * further: a mail that somebody kept or found years later may end the job news, but not change anything else.
 */
export const unsubscribe = fn(
  WithToken.extend({ method: z.enum(["one_click", "page"]) }),
  async ({ token, method }): Promise<Farewell | undefined> => {
    const { subject, expired } = await Token.verify("unsubscribe", token, { expiredIsFine: true });
    const known = await insist(async () => {
      const found = await load(subject);
      if (found && canObject(found))
        await Actor.candidate(found.candidate, () => withdraw(found, "job_news", method));
      return found;
    });
    if (!known) return undefined;
    await Message.landed(subject);
    const { locale } = known.candidate;
    return expired ? { locale } : { locale, preferencesToken: await preferencesToken(subject) };
  },
);

/**
 * Also whoever we may not write to, or no more: her objection has to outlast the next import (GDPR art. 21(3)). Not who only asked to
 * join and owes us no answer: without one she is forgotten.
 */
const canObject = ({ candidate, gate }: Known) =>
  gate.permissions.job_news?.state !== "withdrawn" &&
  (candidate.standing !== "pending" || gate.notice !== undefined);

export const isHeld = ({ gate }: Known, purpose: Purpose) =>
  Gate.held(gate.permissions[purpose], Clock.now());

/** Ends one permission, in the language she was asked in. Without job news she leaves the talent community. */
export async function withdraw(
  { candidate, gate, address }: Known,
  purpose: Purpose,
  method: Method,
  locale = candidate.locale,
): Promise<void> {
  const { candidateId } = candidate;
  const organisation = await Organisation.required();
  const line = Consent.entry({ candidateId, purpose, state: "withdrawn", method, locale, organisation });
  const withdrawn = Gate.permission("withdrawn", line.consentId);
  const leaving = purpose === "job_news";
  const reason = Suppression.stronger(gate.suppressed, "unsubscribe");
  const closed = {
    ...Gate.withPermissions(gate, { [purpose]: withdrawn }),
    ...(leaving ? { suppressed: reason } : {}),
  };
  const left = leaving ? { standing: "left" as const, leftAt: Clock.iso() } : {};
  await commit(({ candidate: person, gate: gates, suppression, consent, event }) => [
    gates
      .patch({ candidateId })
      .set(closed)
      .where((it, op) => op.eq(it.revision, gate.revision))
      .commit(),
    person
      .patch({ candidateId })
      .set(relisted({ candidate, gate }, true, left, closed))
      .where((it, op) => op.eq(it.revision, candidate.revision))
      .commit(),
    consent.create(line).commit(),
    event.create(Consent.Events.Withdrawn({ candidateId, purpose, reason: "unsubscribed" })).commit(),
    ...(leaving
      ? [
          suppression.put({ addressHash: address.addressHash, reason, at: Clock.iso() }).commit(),
          event.create(Events.Left({ candidateId, reason: "unsubscribed" })).commit(),
        ]
      : []),
  ]);
}
