import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { applied, once } from "../commit.ts";
import * as Gate from "../gate/index.ts";
import { entities } from "../service.ts";
import type { Letter } from "./letter.ts";
import { Info } from "./message.schema.ts";
import { SEND_WITHIN_MS } from "./within.ts";

/** The message as it stands, read strongly. */
export async function read(candidateId: string, messageId: string): Promise<Info | undefined> {
  const { data } = await entities.message.get({ candidateId, messageId }).go({ consistent: true });
  return data ? Info.parse(data) : undefined;
}

/**
 * Claims a mail: takes its place at the gate, if that is as it was judged. Whoever loses gets undefined and does nothing. The mail of a
 * campaign is written with the mark that it is being sent (`begin`): one write less for every mail there is. Whoever dies before that
 * leaves a place that counts for the caps, and that the next one takes again: a mail has the same id each time.
 */
export async function claim(letter: Letter, earlier: Info | undefined): Promise<Info | undefined> {
  const now = Clock.now();
  const verdict = Gate.judge(letter.known.gate, letter.class, now, letter.terms);
  if (!verdict.ok) return undefined;
  const attempts = (earlier?.attempts ?? 0) + 1;
  const item = {
    ...draft(letter, now),
    attempts,
    ...(verdict.consentId ? { consentId: verdict.consentId } : {}),
    ...(countsForCaps(letter) ? { place: letter.known.gate.revision + 1 } : {}),
  };
  const won = countsForCaps(letter) ? await place(letter, item) : await together(letter, item, earlier);
  return won ? Info.parse(item) : undefined;
}

type Item = Omit<Info, "sendingAt">;

export const countsForCaps = (mail: Pick<Info, "class">): boolean => mail.class === "nurture";

const place = ({ known: { gate }, messageId }: Letter, { candidateId, claimedAt }: Item): Promise<boolean> =>
  applied(
    entities.gate
      .patch({ candidateId })
      .set(Gate.withClaim(gate, messageId, new Date(claimedAt)))
      .where((it, op) => op.eq(it.revision, gate.revision))
      .go(),
  );

/** A mail that counts for no cap leaves her gate as it is; it only has to be as it was judged. */
const together = ({ known }: Letter, item: Item, earlier: Info | undefined): Promise<boolean> => {
  const { candidateId, messageId, ...made } = item;
  return once(({ message, gate }) => [
    earlier
      ? message
          .patch({ candidateId, messageId })
          .set(made)
          .remove(["failure", "sendingAt"])
          .where((it, op) => `${op.eq(it.state, earlier.state)} AND ${op.eq(it.sendBy, earlier.sendBy)}`)
          .commit()
      : message.create(item).commit(),
    gate
      .check({ candidateId })
      .where((it, op) => op.eq(it.revision, known.gate.revision))
      .commit(),
  ]);
};

/** Writes a mail as being sent, if nobody wrote it, or nobody since the attempt before was dropped. */
export function put(item: Info, earlier: Info | undefined): Promise<boolean> {
  if (!earlier) return applied(entities.message.create(item).go());
  const { candidateId, messageId, ...made } = item;
  return applied(
    entities.message
      .patch({ candidateId, messageId })
      .set(made)
      .remove(["failure"])
      .where((it, op) => `${op.eq(it.state, earlier.state)} AND ${op.eq(it.sendBy, earlier.sendBy)}`)
      .go(),
  );
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
