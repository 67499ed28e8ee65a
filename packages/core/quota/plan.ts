import { type Lane, lateness, SHARE, type Slots, slotsOf } from "./slots.ts";

/** Moments are leased for this long at a time. */
export const LEASE_MS = 5000;
/** How far ahead a lease may begin; longer than the slowest account's service lane pauses. */
export const AHEAD_MS = 6000;

export interface Ledger {
  /** Epoch milliseconds until which the moments of each track are leased out. */
  readonly tracks: readonly number[];
  readonly hours: Readonly<Record<string, number>>;
  readonly perSecond: number;
  readonly perDay: number;
}

/** Mails that were booked in an hour, `2026-11-22T08`. */
export interface Booking {
  readonly hour: string;
  readonly mails: number;
}

export interface Ask {
  readonly wanted: number;
  /** How many tracks the asker keeps up with. */
  readonly breadth: number;
  /** What it leased before and let pass. */
  readonly unused?: Booking;
}

export type Plan =
  | {
      readonly ok: true;
      /** Epoch milliseconds, ascending: one mail at each, and none later than that. */
      readonly moments: readonly number[];
      readonly hour: string;
      /** Milliseconds after its moment that a mail may still leave. */
      readonly late: number;
      readonly next: Ledger;
    }
  | { readonly ok: false; readonly notBefore: number; readonly code: "rate" | "day" };

/**
 * How many of the wanted mails may leave, and at which moments. Pure. Each moment is leased once, whoever uses it, so that no second and
 * no rolling day exceeds the account's.
 */
export function plan(ledger: Ledger, lane: Lane, ask: Ask, now: number): Plan {
  const hours = withoutUnused(recent(ledger.hours, now), ask.unused);
  const left = Math.floor(ledger.perDay * SHARE[lane]) - total(hours);
  if (left <= 0) return { ok: false, notBefore: oldestEnds(hours, now), code: "day" };
  const { tracks, found } = leased(ledger, lane, { ...ask, wanted: Math.min(ask.wanted, left) }, now);
  const [first = now] = found;
  if (first - now > AHEAD_MS) return { ok: false, notBefore: first - AHEAD_MS, code: "rate" };
  // Booked where its last mail leaves, so that none of them drops out of the sum before it is a day old.
  const hour = hourOf(found.at(-1) ?? first);
  const booked = { ...hours, [hour]: (hours[hour] ?? 0) + found.length };
  return {
    ok: true,
    moments: found,
    hour,
    late: lateness(ledger.perSecond),
    next: { ...ledger, tracks, hours: booked },
  };
}

/** The next moments of those tracks that are free first, and the tracks once they are taken. */
function leased({ perSecond, tracks: kept }: Ledger, lane: Lane, { wanted, breadth }: Ask, now: number) {
  const slots = slotsOf(perSecond, lane);
  // Their number follows the rate: whatever was leased at another one comes first.
  const tracks =
    kept.length === slots.tracks
      ? [...kept]
      : Array.from({ length: slots.tracks }, () => Math.max(0, ...kept));
  const heads = tracks
    .map((busy, track) => ({ track, moment: slots.next(track, Math.max(now, busy)) }))
    .sort((a, b) => a.moment - b.moment)
    .slice(0, Math.max(1, breadth));
  const end = (heads[0]?.moment ?? now) + LEASE_MS;
  const all = heads.flatMap(({ track, moment }) => run(slots, track, { from: moment, end, most: wanted }));
  const found = all.sort((a, b) => a.moment - b.moment).slice(0, Math.max(1, wanted));
  for (const { track, moment } of found) tracks[track] = slots.after(track, moment);
  return { tracks, found: found.map(({ moment }) => moment) };
}

interface Span {
  readonly from: number;
  readonly end: number;
  readonly most: number;
}

/** Moments of one track, one after the other. */
function run(slots: Slots, track: number, { from, end, most }: Span) {
  const moments: { track: number; moment: number }[] = [];
  for (let moment = from; moment < end && moments.length < most; moment = slots.after(track, moment))
    moments.push({ track, moment });
  return moments;
}

const HOUR = 3_600_000;
const hourOf = (ms: number) => new Date(ms).toISOString().slice(0, 13);
const total = (hours: Readonly<Record<string, number>>) =>
  Object.values(hours).reduce((sum, n) => sum + n, 0);

/** Hours that a rolling day still touches. */
function recent(hours: Readonly<Record<string, number>>, now: number): Record<string, number> {
  const since = hourOf(now - 24 * HOUR);
  return Object.fromEntries(Object.entries(hours).filter(([hour]) => hour >= since));
}

/** A moment that nobody used is no mail. */
function withoutUnused(hours: Record<string, number>, unused: Booking | undefined): Record<string, number> {
  const booked = unused && hours[unused.hour];
  return booked ? { ...hours, [unused.hour]: Math.max(0, booked - unused.mails) } : hours;
}

function oldestEnds(hours: Readonly<Record<string, number>>, now: number): number {
  const oldest = Object.keys(hours).sort()[0];
  return oldest ? Date.parse(`${oldest}:00:00.000Z`) + 25 * HOUR : now + HOUR;
}
