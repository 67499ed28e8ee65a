import type { Disk, Op } from "../dynamodb/disk.ts";
import { between } from "./chance.ts";

export interface Lag {
  readonly seed: number;
  /** Most milliseconds by which an index shows the past; AWS says "typically within a second". */
  readonly most: number;
  readonly clock: { ms(): number };
}

let lag: Lag | undefined;

/** Tables that are opened from now on have indexes that lag. */
export function lagWith(next: Lag): void {
  lag = next;
}

/** The disk of a table, as it is or with indexes that lag. */
export const lagging = (disk: Disk): Disk => (lag && lag.most > 0 ? withPast(disk, lag) : disk);

const INDEX = "index~";
/** For so long an index lags by as much as it does; then it is a replica that lags by more or less. */
const SLICE_MS = 700;

/** An index row that was written, and what was there before. */
interface Undo {
  readonly key: string;
  readonly before: string | undefined;
  readonly at: number;
}
interface Range {
  readonly gt?: string;
  readonly gte?: string;
  readonly lt?: string;
  readonly lte?: string;
  readonly limit?: number;
  readonly reverse?: boolean;
}

/** Remembers what index rows were, and answers reads of them as of a moment ago. Everything else is as it is. */
function withPast(disk: Disk, { seed, most, clock }: Lag): Disk {
  let undos: Undo[] = [];
  const batch = (operations: readonly Op[]) => {
    const at = clock.ms();
    undos = undos.filter((undo) => undo.at > at - most);
    for (const { key } of operations)
      if (key.startsWith(INDEX)) undos.push({ key, before: disk.getSync(key), at });
    return disk.batch([...operations]);
  };
  const values = (range: Range = {}) => {
    const start = range.gte ?? range.gt ?? "";
    if (!start.startsWith(INDEX)) return disk.values(range);
    const now = clock.ms();
    const index = start.split("~", 2).join("~");
    const since = now - between(0, most, seed, index, Math.floor(now / SLICE_MS));
    const newer = undos.filter(({ key, at }) => at > since && within(key, range));
    return newer.length === 0 ? disk.values(range) : asOf(disk, range, newer);
  };
  return new Proxy(disk, {
    get(target, name) {
      if (name === "batch") return batch;
      if (name === "values") return values;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
}

const within = (key: string, { gt, gte, lt, lte }: Range) =>
  (gt === undefined || key > gt) &&
  (gte === undefined || key >= gte) &&
  (lt === undefined || key < lt) &&
  (lte === undefined || key <= lte);

/** What an iterator over values is asked for. */
interface Values {
  nextv(count: number): Promise<string[]>;
  all(): Promise<string[]>;
  close(): Promise<void>;
}

/** A range of rows as they were before the latest writes were undone, the newest first. */
function asOf(disk: Disk, { limit, reverse, ...range }: Range, newer: readonly Undo[]): Values {
  const rows = (async () => {
    const found = new Map(await disk.iterator(range).all());
    for (const { key, before } of newer.toReversed())
      if (before === undefined) found.delete(key);
      else found.set(key, before);
    const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
    return (reverse ? sorted.reverse() : sorted).slice(0, limit ?? sorted.length);
  })();
  let at = 0;
  return {
    async nextv(count) {
      const all = await rows;
      at += count;
      return all.slice(at - count, at);
    },
    all: () => rows,
    close: async () => undefined,
  };
}
