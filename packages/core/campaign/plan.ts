import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import * as Enrolment from "../enrolment/index.ts";
import { entities } from "../service.ts";
import { PARTS } from "./begin.ts";
import type { Info } from "./campaign.schema.ts";
import type { Position } from "./events.ts";
import { asRead } from "./fence.ts";
import { finish } from "./finish.ts";
import { read } from "./read.ts";
import { recount } from "./tally.ts";
import { CLOSING_MS, type Look, look, type Says } from "./wake.ts";
import { crew } from "./workers.ts";

/**
 * What the workflow does next. `events` estimates the execution's history so far; `quiet` counts full sleeps that ended with nobody
 * due, `empty` looks in a row that found nobody inside.
 */
export interface Plan {
  readonly next: "advance" | "sleep" | "renew" | "replaced" | "done";
  readonly events: number;
  readonly quiet: number;
  readonly empty: number;
  readonly wakeAt: string;
  /** Each worker's shards. */
  readonly workers: readonly (readonly number[])[];
}

/** `enrolled`: everybody whom the entry held at the start is in, as of this look. */
type Before = Pick<Plan, "events" | "quiet"> & { readonly empty?: number; readonly enrolled?: boolean };

/** What the first task answers: whether to wait for the start, let people in, or go on. */
export interface Opening {
  readonly next: "wait" | "enrol" | "plan" | "replaced";
  readonly wakeAt: string;
  /** Parts of the roster, one a worker of the start. */
  readonly parts: readonly (readonly string[])[];
}

/** A look adds some twelve events; counted as more, so that an execution which only looks daily ends before its year is over. */
const LOOK = 20;
const WORKER = 8;
/** A Standard execution ends at 25,000 history events, or after a year (Step Functions quotas): 250 daily looks. */
const HISTORY = 5000;
const DAY_MS = 86_400_000;

/** Is this execution still the campaign's? One of an older epoch or run ends by itself. */
export async function open(campaignId: string, at: Position): Promise<Opening> {
  const campaign = await read(campaignId);
  const { startsAt, enrolledAt, state } = campaign;
  const answer = { wakeAt: wholeSecond(startsAt ?? Clock.iso()), parts: [] };
  if (!isCurrent(campaign, at)) return { ...answer, next: "replaced" };
  if (state === "stopped" || enrolledAt !== undefined) return { ...answer, next: "plan" };
  if (startsAt !== undefined && startsAt > Clock.iso()) return { ...answer, next: "wait" };
  return { ...answer, next: "enrol", parts: PARTS };
}

/** Step Functions rounds wake-up times down. */
const wholeSecond = (at: string) => new Date(Math.ceil(Date.parse(at) / 1000) * 1000).toISOString();

/** A stopped campaign has one last execution, which takes everybody out. */
const isCurrent = ({ epoch, run, state }: Info, at: Position) =>
  epoch === at.epoch && run === at.run && (state === "running" || state === "stopped");

/**
 * Looks who is due: somebody now, somebody later, or nobody, and has the campaign say so (wake.ts). One small index read a
 * shard. If somebody else wrote meanwhile it looks again: each time one of them got on.
 */
export async function plan(campaignId: string, at: Position, before: Before): Promise<Plan> {
  const campaign = await read(campaignId);
  const { quiet, empty = 0, enrolled = false } = before;
  const events = before.events + LOOK;
  const rest = { quiet, empty, wakeAt: Clock.iso(), workers: [], events };
  if (!isCurrent(campaign, at)) return { ...rest, next: "replaced" };
  if (enrolled && campaign.enrolledAt === undefined) {
    await sayEnrolled(campaign);
    return plan(campaignId, at, before);
  }
  if (before.events > HISTORY) return { ...rest, next: "renew" };
  const recountAt = await recount(campaignId);
  const heads = await Enrolment.earliest(campaignId);
  const seen = look({ ...campaign, recountAt }, heads, quiet, Clock.ms(), empty);
  if (seen.says && !(await say(campaign, seen.says))) return plan(campaignId, at, before);
  const counted = { ...rest, empty: heads.length === 0 ? empty + 1 : 0 };
  if (seen.next === "done") return { ...counted, ...(await done(campaign, empty, recountAt !== undefined)) };
  return { ...counted, ...(await outcome(campaign, seen, events)) };
}

type Going = Exclude<Look, { next: "done" }>;

async function outcome(
  campaign: Info,
  seen: Going,
  events: number,
): Promise<Partial<Plan> & Pick<Plan, "next">> {
  if (seen.next === "sleep")
    return { next: seen.next, quiet: seen.quiet, wakeAt: new Date(seen.until).toISOString() };
  const workers = await crew(campaign, seen.shards);
  return { next: seen.next, quiet: 0, workers, events: events + workers.length * WORKER };
}

/** Over only if the figures say so, too. They may be behind: then it looks again, less and less often. */
async function done(
  campaign: Info,
  empty: number,
  counting: boolean,
): Promise<Pick<Plan, "next" | "wakeAt">> {
  if (!counting && (await finish(campaign))) return { next: "done", wakeAt: Clock.iso() };
  const again = Math.min(DAY_MS, CLOSING_MS * 2 ** (empty - 1));
  return { next: "sleep", wakeAt: wholeSecond(new Date(Clock.ms() + again).toISOString()) };
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

const sayEnrolled = ({ campaignId, epoch }: Info): Promise<boolean> =>
  applied(
    entities.campaign
      .patch({ campaignId })
      .set({ enrolledAt: Clock.iso() })
      .where((it, op) => op.eq(it.epoch, epoch))
      .go(),
  );
