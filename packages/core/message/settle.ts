import { Clock } from "../clock.ts";
import { isConditionFailure } from "../commit.ts";
import { entities } from "../service.ts";
import { read } from "./claim.ts";
import type { Info, State } from "./message.schema.ts";

/** After this the outcome stays unknown: counted and shown, never sent again. */
export const UNKNOWN_AFTER_MS = 6 * 3_600_000;

interface Move {
  readonly from: State;
  readonly to: State;
  readonly changes?: Partial<Pick<Info, "sesMessageId" | "failure" | "sendingAt">>;
}

/** Moves a message on if it still is where the mover read it; false when somebody else moved it. */
export async function move(
  { candidateId, messageId, sendBy }: Info,
  { from, to, changes = {} }: Move,
): Promise<boolean> {
  const settled =
    to === "accepted" || to === "rejected" || to === "unknown" ? { settledAt: Clock.iso() } : {};
  try {
    await entities.message
      .patch({ candidateId, messageId })
      .set({ state: to, ...settled, ...changes })
      .where((it, op) => `${op.eq(it.state, from)} AND ${op.eq(it.sendBy, sendBy)}`)
      .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

/** The message as it stands, read strongly. One that SES owes an answer for too long is given up on here, and stays unknown. */
export async function standing(candidateId: string, messageId: string): Promise<Info | undefined> {
  const message = await read(candidateId, messageId);
  if (message?.state !== "sending" || givenUpAt(message) > Clock.now()) return message;
  await move(message, { from: "sending", to: "unknown" });
  return read(candidateId, messageId);
}

/**
 * Settles a mail that was in `sending` when its sender died, by what SES reports of it. SES events come late, twice and out of
 * order: one that finds the message settled changes nothing.
 */
export async function settleByReport(
  candidateId: string,
  messageId: string,
  report: { readonly to: "accepted" | "rejected"; readonly sesMessageId: string; readonly failure?: string },
): Promise<Info | undefined> {
  const message = await read(candidateId, messageId);
  if (message?.state !== "sending") return undefined;
  const { to, ...changes } = report;
  return (await move(message, { from: "sending", to, changes })) ? message : undefined;
}

/** Since when SES owes an answer, and when the outcome is given up on. */
export function givenUpAt({ sendingAt, claimedAt }: Info): Date {
  return new Date(Date.parse(sendingAt ?? claimedAt) + UNKNOWN_AFTER_MS);
}
