import { type Addition, COUNTERS, type Counter } from "../metric/index.ts";

/** Where one counter item lies: scope, shard and period. */
export interface Place {
  readonly scope: string;
  readonly shard: number;
  readonly period: string;
}

export type Counters = Partial<Record<Counter, number>>;

/** What counter items hold, by the key of their place. */
export type Sums = Map<string, Counters>;

export const keyOf = ({ scope, shard, period }: Place): string => [scope, shard, period].join("|");

export function placeOf(key: string): Place {
  const [scope = "", shard, period = ""] = key.split("|");
  return { scope, shard: Number(shard), period };
}

/** Adds what an entry counts to the shard of the batch that counts it. */
export function add(sums: Sums, additions: readonly Addition[], shard: number): void {
  for (const { scope, period, counter, amount = 1 } of additions) {
    const key = keyOf({ scope, shard, period });
    const sum = sums.get(key) ?? {};
    sum[counter] = (sum[counter] ?? 0) + amount;
    sums.set(key, sum);
  }
}

/** One text for the same figures: every counter that is not nought, in one order. Equal to the byte is equal. */
export const textOf = (counters: Counters = {}): string =>
  JSON.stringify(
    Object.fromEntries(COUNTERS.flatMap((name) => (counters[name] ? [[name, counters[name]]] : []))),
  );

/** What differs, in words: what is kept, and what the log says. */
export function difference(key: string, kept: Counters = {}, log: Counters = {}): string {
  const { scope, shard, period } = placeOf(key);
  const names = COUNTERS.filter((name) => (kept[name] ?? 0) !== (log[name] ?? 0));
  const each = names.map((name) => `${name} kept ${kept[name] ?? 0}, log ${log[name] ?? 0}`);
  return `${scope} ${period}, shard ${shard}: ${each.join("; ")}`;
}
