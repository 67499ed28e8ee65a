import { batchGet } from "../batch-get.ts";
import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import * as Gate from "../gate/index.ts";
import { entities } from "../service.ts";
import { read } from "./claim.ts";
import { Info, type State } from "./message.schema.ts";
import { givenUpAt } from "./owed.ts";

interface Move {
  readonly from: State;
  readonly to: State;
  readonly changes?: Partial<
    Pick<Info, "sesMessageId" | "failure" | "sendingAt" | "reported" | "settledAt"> & {
      readonly batch?: string;
    }
  >;
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

/** Moves on a message that SES took. What it told her she is owed no more. */
export async function accept(message: Info, to: Move): Promise<boolean> {
  const moved = await move(message, to);
  if (moved) await told(message);
  return moved;
}

const told = async ({ notice, candidateId }: Info) =>
  notice && (await Gate.noticeGiven(candidateId, Clock.iso()));

/** The message as it stands, read strongly. One that SES owes an answer for too long is given up on here, and stays unknown. */
export async function standing(candidateId: string, messageId: string): Promise<Info | undefined> {
  const message = await read(candidateId, messageId);
  if (message?.state !== "sending" || givenUpAt(message) > Clock.now()) return message;
  await move(message, { from: "sending", to: "unknown" });
  return read(candidateId, messageId);
}

type Key = Pick<Info, "candidateId" | "messageId">;

/** Many messages in one read; what is not there is missing. */
export async function readMany(keys: readonly Key[], { consistent = false } = {}): Promise<Info[]> {
  const items = await batchGet(keys, (some) => entities.message.get(some).go({ consistent }));
  return items.map((item) => Info.parse(item));
}

/** As `standing`, for many at once, by message id. */
export async function standingMany(keys: readonly Key[]): Promise<Map<string, Info>> {
  const messages = await Promise.all(
    (await readMany(keys, { consistent: true })).map((message) => {
      const open = message.state === "sending" && givenUpAt(message) <= Clock.now();
      return open ? standing(message.candidateId, message.messageId) : message;
    }),
  );
  return new Map(messages.flatMap((message) => (message ? [[message.messageId, message]] : [])));
}

interface Report {
  readonly to: "accepted" | "rejected";
  readonly sesMessageId: string;
  readonly failure?: string;
}

/**
 * Settles a mail that was in `sending` when its sender died, by what SES reports of it. SES events come late, twice and out of
 * order: one that finds the message settled changes nothing. Answers the message if a report settled it, this or an earlier one, so
 * that whoever came here before and died on the way is made up for. What its sender settled is for the sender to go on with.
 */
export async function settleByReport(
  candidateId: string,
  messageId: string,
  report: Report,
): Promise<Info | undefined> {
  const message = await read(candidateId, messageId);
  const { to, ...said } = report;
  const changes = { ...said, reported: true as const };
  if (message?.state === to) {
    // Whoever settled it may have died before he noted what it told her.
    if (to === "accepted") await told(message);
    return message.reported ? message : undefined;
  }
  if (message?.state !== "sending") return undefined;
  const settling = to === "rejected" ? withdraw : accept;
  const moved = await settling(message, { from: "sending", to, changes });
  return moved ? { ...message, ...changes, state: to } : settleByReport(candidateId, messageId, report);
}
