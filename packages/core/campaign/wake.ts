import type { Info } from "./campaign.schema.ts";

/*
 * Who looks next: the wake-up protocol.
 *
 * A running campaign says one of two things of itself, in an item that is read strongly:
 *   awake   `awakeUntil`  an execution is at work (or about to start) and looks again before it says anything else. A lease:
 *                         once it has run out, that execution is taken for dead.
 *   asleep  `wakeAt`      an execution waits, and looks at this instant at the latest.
 * Draft, paused, failed and stopped campaigns need neither; nobody is woken in them.
 *
 * Written by: a turn and a nudge (new epoch: awake), a renewal (next run: awake), a plan that found work (awake) or nobody
 * (asleep). Every write but a turn's expects epoch, run and both instants as they were read, so whoever loses reads again; a
 * turn expects the revision, epoch and run.
 *
 * Why nobody is overlooked, as long as the index lags less than `SETTLING_MS`: a joiner is written first and reads the
 * campaign then.
 *   - She finds it asleep: she nudges, unless its look is far enough away to find her and not later than she needs it.
 *   - She finds it awake: it says "asleep" only after she was written, and looks once more `SETTLING_MS` after saying so
 *     before it sleeps long. A look that finds nobody never makes a sleeping campaign awake, so the daily look needs no second.
 *   - She finds a lease that ran out: its execution never began (its event is among the dead letters) or was ended by hand.
 *     She nudges. If it lives after all, its epoch is over and every step of it ends by itself: a wrong guess costs an
 *     execution, never a mail.
 */

/** A plan renews it whenever less than half is left; one round of workers takes five minutes. */
export const LEASE_MS = 30 * 60_000;
/** Longer than an index lags behind its table. */
export const SETTLING_MS = 60_000;
/** Between the two looks that find nobody inside a campaign that nobody can enter any more. */
export const CLOSING_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

type Asked = Pick<Info, "state" | "wakeAt" | "awakeUntil" | "notBefore"> &
  Partial<Pick<Info, "entry" | "enrolledAt">> & {
    /** Epoch milliseconds at which what a dead worker left is counted. */
    readonly recountAt?: number | undefined;
  };

/** What a campaign says of itself from now on. */
export type Says = { readonly awakeUntil: string } | { readonly wakeAt: string };

/** What one look at the due index leads to. `until` is an epoch millisecond on a whole second. */
export type Look = { readonly says?: Says } & (
  | { readonly next: "advance"; readonly shards: readonly number[] }
  | { readonly next: "sleep"; readonly until: number; readonly quiet: number }
  /** Nobody is inside, for the second time, and nobody can enter. */
  | { readonly next: "done" }
);

/** The first due time of a shard that has anybody in it. */
export interface Head {
  readonly shard: number;
  readonly dueAt: string;
}

export const awake = (now: number) => ({ awakeUntil: iso(now + LEASE_MS) });

/**
 * Decides what an execution does next. Pure.
 * @param quiet full `SETTLING_MS` sleeps in a row after which this execution found nobody due
 * @param empty looks in a row that found nobody inside
 */
export function look(campaign: Asked, heads: readonly Head[], quiet: number, now: number, empty = 0): Look {
  const shards = dueIn(campaign, heads, now);
  if (shards.length > 0) return { next: "advance", shards, ...stayingAwake(campaign, now) };
  if (isClosed(campaign) && heads.length === 0) return closing(campaign, { quiet, empty, now });
  const { recountAt = Number.POSITIVE_INFINITY } = campaign;
  const wake = Math.min(now + DAY_MS, recountAt, ...heads.map(({ dueAt }) => wanted(campaign, dueAt)));
  // Nobody can be written to before a short hold is over: waking it for a joiner would help nobody.
  if (instant(campaign.notBefore) > now && wake <= now + SETTLING_MS)
    return { next: "sleep", until: wholeSecond(wake), quiet: 0, ...stayingAwake(campaign, now) };
  const said = instant(campaign.wakeAt);
  const planned = said > now ? Math.min(said, wholeSecond(wake)) : wholeSecond(wake);
  const says = said === planned ? {} : { says: { wakeAt: iso(planned) } };
  const settled = quiet > 0 && campaign.wakeAt !== undefined;
  return {
    next: "sleep",
    ...says,
    ...nap(quiet, settled ? planned : Math.min(planned, now + SETTLING_MS), now),
  };
}

/** Nobody can enter any more. */
const isClosed = ({ state, entry, enrolledAt }: Asked) =>
  state === "stopped" || (entry?.kind === "segment" && entry.mode === "once" && enrolledAt !== undefined);

/** Whoever entered last may not be in the index yet: it is over when nobody is inside twice, longer apart than an index lags. */
function closing(
  { state }: Asked,
  { quiet, empty, now }: { quiet: number; empty: number; now: number },
): Look {
  if (empty > 0) return { next: "done" };
  const until = wholeSecond(now + CLOSING_MS);
  const says = state === "running" ? { says: { wakeAt: iso(until) } } : {};
  return { next: "sleep", ...nap(quiet, until, now), ...says };
}

/** Would somebody due at `dueAt`, who is in the table by now, be overlooked or met too late if nobody woke this campaign? */
export function oversleeps(campaign: Asked, dueAt: string, now: number): boolean {
  if (campaign.state !== "running") return false;
  if (campaign.wakeAt === undefined) return instant(campaign.awakeUntil) <= now;
  const looks = instant(campaign.wakeAt);
  return looks < now + SETTLING_MS || looks > wholeSecond(wanted(campaign, dueAt));
}

/** Shards with somebody due: none before `notBefore`, all of a stopped campaign. */
function dueIn({ state, notBefore }: Asked, heads: readonly Head[], now: number): number[] {
  const everybody = state === "stopped";
  if (!everybody && instant(notBefore) > now) return [];
  return heads.filter(({ dueAt }) => everybody || instant(dueAt) <= now).map(({ shard }) => shard);
}

const stayingAwake = ({ state, awakeUntil }: Asked, now: number) =>
  state === "stopped" || instant(awakeUntil) > now + LEASE_MS / 2 ? {} : { says: awake(now) };

/** A sleep shorter than the index may lag settles nothing. */
function nap(quiet: number, until: number, now: number) {
  const end = wholeSecond(until);
  return { until: end, quiet: end >= now + SETTLING_MS ? quiet + 1 : quiet };
}

const wanted = ({ notBefore }: Asked, dueAt: string) => Math.max(instant(dueAt), instant(notBefore));
const instant = (at: string | undefined) => (at === undefined ? 0 : Date.parse(at));
const wholeSecond = (ms: number) => Math.ceil(ms / 1000) * 1000;
const iso = (ms: number) => new Date(ms).toISOString();
