import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { once } from "../commit.ts";
import * as Gate from "../gate/index.ts";
import { entities } from "../service.ts";
import type { Letter } from "./letter.ts";
import { Info } from "./message.schema.ts";

/** A claim that has not come to SES by then is dropped. */
const SEND_WITHIN_MS = 10_000;

/** The message as it stands, read strongly. */
export async function read(candidateId: string, messageId: string): Promise<Info | undefined> {
  const { data } = await entities.message.get({ candidateId, messageId }).go({ consistent: true });
  return data ? Info.parse(data) : undefined;
}

/**
 * Claims a mail: one transaction puts the message if nobody did, and remembers it at the gate if that is as it was judged. Whoever
 * loses gets undefined and does nothing. A claim that ran out, or was dropped by a stop, may be claimed again.
 */
export async function claim(letter: Letter, earlier: Info | undefined): Promise<Info | undefined> {
  const { known, messageId } = letter;
  const { candidateId } = known.candidate;
  const now = Clock.now();
  const verdict = Gate.judge(known.gate, letter.class, now, letter.terms);
  if (!verdict.ok) return undefined;
  const attempts = (earlier?.attempts ?? 0) + 1;
  const item = {
    ...draft(letter, now),
    attempts,
    ...(verdict.consentId ? { consentId: verdict.consentId } : {}),
  };
  const { candidateId: _, messageId: __, ...made } = item;
  const won = await once(({ message, gate }) => [
    earlier
      ? message
          .patch({ candidateId, messageId })
          .set(made)
          .remove(["failure", "sendingAt"])
          .where((it, op) => `${op.eq(it.state, earlier.state)} AND ${op.eq(it.sendBy, earlier.sendBy)}`)
          .commit()
      : message.create(item).commit(),
    letter.class === "nurture"
      ? gate
          .patch({ candidateId })
          .set(Gate.withClaim(known.gate, messageId, now))
          .where((it, op) => op.eq(it.revision, known.gate.revision))
          .commit()
      : gate
          .check({ candidateId })
          .where((it, op) => op.eq(it.revision, known.gate.revision))
          .commit(),
  ]);
  return won ? Info.parse(item) : undefined;
}

/** What of a letter goes into the ledger; its words do not. */
const Recorded = Info.pick({
  messageId: true,
  class: true,
  campaignId: true,
  stepId: true,
  enrolmentId: true,
  templateId: true,
  templateRevision: true,
  reason: true,
});

function draft(letter: Letter, now: Date): Omit<Info, "attempts"> {
  const { candidate, address, gate } = letter.known;
  return {
    ...Recorded.parse(letter),
    candidateId: candidate.candidateId,
    addressId: address.addressId,
    locale: candidate.locale,
    ...(letter.notice ? { notice: true as const } : {}),
    state: "claimed",
    tracked: letter.class === "nurture" && Gate.tracked(gate, now),
    claimedAt: now.toISOString(),
    sendBy: new Date(now.getTime() + SEND_WITHIN_MS).toISOString(),
    trace: Actor.trace(),
  };
}
