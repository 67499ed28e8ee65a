/** The two lanes of one account: confirmations keep a fifth, so that no campaign can hold up somebody who is waiting. */
export type Lane = "nurture" | "service";
export const SHARE: Record<Lane, number> = { nurture: 0.8, service: 0.2 };

/** Tokens are leased for this long at a time. */
export const LEASE_MS = 5000;

export interface Ledger {
  readonly busyUntil: number;
  readonly hours: Readonly<Record<string, number>>;
  readonly perSecond: number;
  readonly perDay: number;
}

export type Plan =
  | {
      readonly ok: true;
      readonly tokens: number;
      readonly from: number;
      readonly gap: number;
      readonly next: Ledger;
    }
  | { readonly ok: false; readonly notBefore: number; readonly code: "rate" | "day" };

/**
 * How many of the wanted mails may leave, and when. Pure. Tokens are spaced `gap` milliseconds apart from `from` on, after
 * everything leased before, so that no second and no rolling day exceeds the lane's share.
 */
export function plan(ledger: Ledger, lane: Lane, wanted: number, now: number): Plan {
  const gap = 1000 / (ledger.perSecond * SHARE[lane]);
  const from = Math.max(now, ledger.busyUntil);
  if (from - now > LEASE_MS) return { ok: false, notBefore: from - LEASE_MS, code: "rate" };
  const hours = recent(ledger.hours, now);
  const left = Math.floor(ledger.perDay * SHARE[lane]) - total(hours);
  if (left <= 0) return { ok: false, notBefore: oldestEnds(hours, now), code: "day" };
  const tokens = Math.max(1, Math.min(wanted, left, Math.floor(LEASE_MS / gap)));
  const busyUntil = from + tokens * gap;
  // Booked where its last mail leaves, so that none of them drops out of the sum before it is a day old.
  const hour = hourOf(busyUntil);
  return {
    ok: true,
    tokens,
    from,
    gap,
    next: {
      ...ledger,
      busyUntil,
      hours: { ...hours, [hour]: (hours[hour] ?? 0) + tokens },
    },
  };
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

function oldestEnds(hours: Readonly<Record<string, number>>, now: number): number {
  const oldest = Object.keys(hours).sort()[0];
  return oldest ? Date.parse(`${oldest}:00:00.000Z`) + 25 * HOUR : now + HOUR;
}
