import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import { Gate } from "../gate/index.ts";
import { entities } from "../service.ts";
import { read } from "./claim.ts";
import type { Info, State } from "./message.schema.ts";

/** After this the outcome stays unknown: her timeline says so, no figure counts it, and it is never sent again. */
export const UNKNOWN_AFTER_MS = 6 * 3_600_000;

interface Move {
  readonly from: State;
  readonly to: State;
  readonly changes?: Partial<Pick<Info, "sesMessageId" | "failure" | "sendingAt">>;
}

const SETTLED: readonly State[] = ["accepted", "rejected", "unknown"];

/** Moves a message on if it still is where the mover read it; false when somebody else moved it. */
export function move(
  { candidateId, messageId, sendBy }: Info,
  { from, to, changes = {} }: Move,
): Promise<boolean> {
  const settled = SETTLED.includes(to) ? { settledAt: Clock.iso() } : {};
  return applied(
    entities.message
      .patch({ candidateId, messageId })
      .set({ state: to, ...settled, ...changes })
      .where((it, op) => `${op.eq(it.state, from)} AND ${op.eq(it.sendBy, sendBy)}`)
      .go(),
  );
}

/** Moves on a message that surely did not leave: it counts for no cap and stands on no season line any more. */
export async function withdraw(message: Info, to: Move): Promise<boolean> {
  const moved = await move(message, to);
  if (moved && message.class === "nurture") await Gate.unclaim(message.candidateId, message.messageId);
  return moved;
}

/** The message as it stands, read strongly. One that SES owes an answer for too long is given up on here, and stays unknown. */
export async function standing(candidateId: string, messageId: string): Promise<Info | undefined> {
  const message = await read(candidateId, messageId);
  if (message?.state !== "sending" || givenUpAt(message) > Clock.now()) return message;
  await move(message, { from: "sending", to: "unknown" });
  return read(candidateId, messageId);
}

interface Report {
  readonly to: "accepted" | "rejected";
  readonly sesMessageId: string;
  readonly failure?: string;
}

/**
 * Settles a mail that was in `sending` when its sender died, by what SES reports of it. SES events come late, twice and out of
 * order: one that finds the message settled changes nothing. Answers the message if it now stands as reported, whoever settled
 * it, so that whoever came here before and died on the way is made up for.
 */
export async function settleByReport(
  candidateId: string,
  messageId: string,
  report: Report,
): Promise<Info | undefined> {
  const message = await read(candidateId, messageId);
  const { to, ...changes } = report;
  if (message?.state === to) return message;
  if (message?.state !== "sending") return undefined;
  const settling = to === "rejected" ? withdraw : move;
  const moved = await settling(message, { from: "sending", to, changes });
  return moved ? { ...message, ...changes, state: to } : settleByReport(candidateId, messageId, report);
}

/** Since when SES owes an answer, and when the outcome is given up on. */
export function givenUpAt({ sendingAt, claimedAt }: Info): Date {
  return new Date(Date.parse(sendingAt ?? claimedAt) + UNKNOWN_AFTER_MS);
}
