import type { By, Meter, Reading, Unit, Used } from "./reading.ts";

/** Adds up what a meter is told. */
export interface Tally {
  readonly meter: Meter;
  /** All that was used so far. */
  reading(): Reading;
}

export function openTally(): Tally {
  const sums = new Map<Unit, Map<By, Used>>();
  return {
    meter(unit, amount, by) {
      const users = sums.get(unit) ?? new Map<By, Used>();
      const before = users.get(by) ?? { amount: 0, times: 0 };
      users.set(by, { amount: before.amount + amount, times: before.times + 1 });
      sums.set(unit, users);
    },
    reading: () => Object.fromEntries([...sums].map(([unit, users]) => [unit, Object.fromEntries(users)])),
  };
}

/** What was used between two readings. */
export function between(from: Reading, to: Reading): Reading {
  const units = Object.keys(to) as Unit[];
  return Object.fromEntries(units.map((unit) => [unit, less(to[unit] ?? {}, from[unit] ?? {})]));
}

function less(to: Readonly<Record<By, Used>>, from: Readonly<Record<By, Used>>): Record<By, Used> {
  const left = Object.entries(to).map(([by, { amount, times }]): [By, Used] => {
    const before = from[by] ?? { amount: 0, times: 0 };
    return [by, { amount: amount - before.amount, times: times - before.times }];
  });
  return Object.fromEntries(left.filter(([, { times }]) => times > 0));
}

/** The amount of one unit; of those who used it that `which` wants. */
export function total(reading: Reading, unit: Unit, which: (by: By) => boolean = () => true): number {
  const users = Object.entries(reading[unit] ?? {});
  return users.reduce((sum, [by, { amount }]) => (which(by) ? sum + amount : sum), 0);
}
