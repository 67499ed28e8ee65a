import { createHash } from "node:crypto";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { applied, once } from "../commit.ts";
import * as Gate from "../gate/index.ts";
import { derivedId } from "../id.ts";
import type { Entry, Tally } from "../metric/index.ts";
import { entities } from "../service.ts";
import { placeOf } from "./due.ts";
import { type Info, type Reason, SHARDS } from "./enrolment.schema.ts";
import { Events } from "./events.ts";
import { entered, leftOut } from "./stamp.ts";
import { standsOf } from "./stands.ts";

/** Spreads a campaign's people over shards, always the same way. */
export const shardOf = (candidateId: string): number =>
  createHash("sha256").update(candidateId).digest().readUInt16BE(0) % SHARDS;

/** Where and why somebody enters a campaign. */
export interface Entering extends Pick<Info, "candidateId" | "campaignId" | "version"> {
  /** The first step. */
  readonly stepId: string;
  readonly dueAt: string;
  readonly reason: Reason;
}

/**
 * Somebody enters a campaign, and takes the one place for a running campaign that her gate has. False when she is in it already, or
 * when her gate is not as it was read.
 */
export function enter(entering: Entering, gate: Gate.Info, tally?: Tally): Promise<boolean> {
  const { stepId, dueAt } = entering;
  const item = { ...first(entering), stepId, dueAt };
  const write = (batch: Batch) =>
    once(({ enrolment, gate: gates }) => [
      enrolment.create({ ...item, dueIn: placeOf(item), stands: standsOf(item), ...batch }).commit(),
      Gate.occupied(gates, gate, entering.campaignId),
    ]);
  return tallied(tally, write, () => entered(item));
}

interface Batch {
  readonly enteredBatch?: string;
}

/** Counts it with others where there is a tally; otherwise the log's subscriber does. */
const tallied = (tally: Tally | undefined, write: (batch: Batch) => Promise<boolean>, entry: () => Entry) =>
  tally ? tally.write((enteredBatch) => write({ enteredBatch }), entry) : write({});

/** She does not begin, and the reason says why. False when she is or was in it already. */
export function leaveOut(entering: Entering, tally?: Tally): Promise<boolean> {
  const item = { ...first(entering), endedAt: Clock.iso(), end: "left_out" as const };
  const kept = { ...item, endedIn: placeOf(item), stands: standsOf(item) };
  const write = (batch: Batch) => applied(entities.enrolment.create({ ...kept, ...batch }).go());
  return tallied(tally, write, () => leftOut(item));
}

/** She was left out, and begins now. False when she or her gate is not as it was read. */
export function admit(before: Info, entering: Entering, gate: Gate.Info): Promise<boolean> {
  const { candidateId, campaignId, revision, way } = before;
  const { stepId, dueAt, version, reason } = entering;
  const position = { stepId, dueAt, version, reason, stands: standsOf(entering) };
  const begun = { ...position, dueIn: placeOf(before), way: [...way, reason] };
  return once(({ enrolment, gate: gates, event }) => [
    enrolment
      .patch({ candidateId, campaignId })
      .set({ ...begun, enteredAt: Clock.iso(), revision: revision + 1 })
      .remove(["end", "endedAt", "endedIn"])
      .where((it, op) => op.eq(it.revision, revision))
      .commit(),
    Gate.occupied(gates, gate, campaignId),
    event.create(Events.Admitted({ candidateId, campaignId })).commit(),
  ]);
}

const first = ({ candidateId, campaignId, version, reason }: Entering): Info => ({
  enrolmentId: derivedId("enr", candidateId, campaignId),
  candidateId,
  campaignId,
  version,
  visit: 0,
  mails: {},
  revision: 0,
  shard: shardOf(candidateId),
  enteredAt: Clock.iso(),
  trace: Actor.trace(),
  reason,
  way: [reason],
});
