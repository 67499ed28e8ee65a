import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import { Enrolment } from "../enrolment/index.ts";
import { entities } from "../service.ts";
import type { Info } from "./campaign.schema.ts";
import type { Position } from "./events.ts";
import { asRead } from "./fence.ts";
import { read } from "./read.ts";
import { type Look, look, type Says } from "./wake.ts";

/** What the workflow does next. `events` estimates the execution's history so far; `quiet` counts full sleeps that ended with nobody due. */
export interface Plan {
  readonly next: "advance" | "sleep" | "renew" | "replaced";
  readonly events: number;
  readonly quiet: number;
  readonly wakeAt: string;
  /** Each worker's shards. */
  readonly workers: readonly (readonly number[])[];
}

type Before = Pick<Plan, "events" | "quiet">;

const LOOK = 12;
const WORKER = 8;
/**
 * A Standard execution ends at 25,000 history events, or after a year (Step Functions quotas). Looks are at most a day apart and
 * each counts `LOOK` events, so this is at most 250 days.
 */
const HISTORY = 3000;

/** Is this execution still the campaign's? One of an older epoch or run ends by itself. */
export async function open(campaignId: string, at: Position): Promise<{ next: "plan" | "replaced" }> {
  return { next: isCurrent(await read(campaignId), at) ? "plan" : "replaced" };
}

/** A stopped campaign has one last execution, which takes everybody out. */
const isCurrent = ({ epoch, run, state }: Info, at: Position) =>
  epoch === at.epoch && run === at.run && (state === "running" || state === "stopped");

/**
 * Looks who is due: somebody now, somebody later, or nobody, and has the campaign say so (wake.ts). One small index read a
 * shard. If somebody else wrote meanwhile it looks again: each time one of them got on.
 */
export async function plan(campaignId: string, at: Position, before: Before): Promise<Plan> {
  const campaign = await read(campaignId);
  const rest = { quiet: before.quiet, wakeAt: Clock.iso(), workers: [], events: before.events + LOOK };
  if (!isCurrent(campaign, at)) return { ...rest, next: "replaced" };
  if (before.events > HISTORY) return { ...rest, next: "renew" };
  const seen = look(campaign, await Enrolment.earliest(campaignId), before.quiet, Clock.ms());
  if (seen.says && !(await say(campaign, seen.says))) return plan(campaignId, at, before);
  return { ...rest, ...outcome(seen, rest.events) };
}

function outcome(seen: Look, events: number) {
  if (seen.next === "done") return { next: "replaced" as const };
  if (seen.next === "sleep")
    return { next: seen.next, quiet: seen.quiet, wakeAt: new Date(seen.until).toISOString() };
  const workers = seen.shards.map((shard) => [shard]);
  return { next: seen.next, quiet: 0, workers, events: events + workers.length * WORKER };
}

/** False if somebody else said something meanwhile. */
const say = (was: Info, says: Says): Promise<boolean> =>
  applied(
    entities.campaign
      .patch({ campaignId: was.campaignId })
      .set(says)
      .remove(["wakeAt" in says ? "awakeUntil" : "wakeAt"])
      .where(asRead(was))
      .go(),
  );
