import { Clock } from "../clock.ts";
import { isConditionFailure } from "../commit.ts";
import { Enrolment } from "../enrolment/index.ts";
import { entities } from "../service.ts";
import type { Info } from "./campaign.schema.ts";
import { read } from "./read.ts";

/** What the workflow does next. `events` estimates the execution's history so far; `quiet` counts looks that found nobody. */
export interface Plan {
  readonly next: "advance" | "sleep" | "renew" | "replaced";
  readonly events: number;
  readonly quiet: number;
  readonly wakeAt: string;
  readonly workers: readonly (readonly number[])[];
}

interface Before {
  readonly events: number;
  readonly quiet: number;
}

const DAY_MS = 86_400_000;
/** An index read may lag: the first sleep after work is short, and looks again. */
const SETTLING_MS = 60_000;
/** A Standard execution ends at 25,000 history events (Step Functions quotas); we renew far below. */
const HISTORY = 5000;
const LOOK = 12;
const WORKER = 8;

/** Is this execution still the campaign's? An execution of an older epoch ends by itself. */
export async function open(campaignId: string, epoch: number): Promise<{ next: "plan" | "replaced" }> {
  const campaign = await read(campaignId);
  return { next: isCurrent(campaign, epoch) ? "plan" : "replaced" };
}

/** A stopped campaign has one last execution, which takes everybody out. */
const isCurrent = ({ epoch, state }: Info, of: number) =>
  epoch === of && (state === "running" || state === "stopped");

/** Looks who is due: somebody now, somebody later, or nobody. Costs one small index read a shard. */
export async function plan(campaignId: string, epoch: number, before: Before): Promise<Plan> {
  const campaign = await read(campaignId);
  const blank = { events: before.events + LOOK, quiet: before.quiet, wakeAt: Clock.iso(), workers: [] };
  if (!isCurrent(campaign, epoch)) return { ...blank, next: "replaced" };
  if (before.events > HISTORY) return { ...blank, next: "renew" };
  const heads = await Enrolment.earliest(campaignId);
  const workers = workersOf(campaign, heads);
  if (workers.length > 0)
    return { ...blank, next: "advance", quiet: 0, workers, events: blank.events + workers.length * WORKER };
  if (campaign.state === "stopped") return { ...blank, next: "replaced" };
  const wakeAt = wake(campaign, heads, before.quiet);
  if (!(await fallAsleep(campaign, wakeAt))) return { ...blank, next: "replaced" };
  // Whoever became due while we looked saw us awake and did not nudge: look once more now that we are known to sleep.
  const missed = workersOf(campaign, await Enrolment.earliest(campaignId));
  if (missed.length > 0) return { ...blank, next: "advance", quiet: 0, workers: missed };
  return { ...blank, next: "sleep", quiet: before.quiet + 1, wakeAt };
}

/** Shards with somebody due, spread over at most as many workers as there are shards; none before `notBefore`. */
function workersOf(
  { notBefore, state }: Info,
  heads: readonly { shard: number; dueAt: string }[],
): number[][] {
  const now = Clock.iso();
  if (notBefore !== undefined && notBefore > now) return [];
  const everybody = state === "stopped";
  return heads.filter(({ dueAt }) => everybody || dueAt <= now).map(({ shard }) => [shard]);
}

/** The next instant to look: whole seconds, at most a day away, a minute after the last work. */
function wake({ notBefore }: Info, heads: readonly { dueAt: string }[], quiet: number): string {
  const now = Clock.ms();
  const dues = heads.map(({ dueAt }) => Math.max(Date.parse(dueAt), notBefore ? Date.parse(notBefore) : 0));
  const latest = now + (quiet === 0 ? SETTLING_MS : DAY_MS);
  return `${new Date(Math.ceil(Math.min(latest, ...dues) / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}

async function fallAsleep({ campaignId, epoch }: Info, wakeAt: string): Promise<boolean> {
  try {
    await entities.campaign
      .patch({ campaignId })
      .set({ wakeAt: new Date(wakeAt).toISOString() })
      .where((it, op) => op.eq(it.epoch, epoch))
      .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}
