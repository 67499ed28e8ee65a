import { between, openTally, type Reading, total, type Unit } from "../../../packages/local/meter/index.ts";

/**
 * What was asked of the table: calls by operation, and the units that AWS would bill. Those that commit counters stand apart: how many
 * a mail costs follows from how full a queue's batches are, which on a busy laptop is less than on AWS.
 */
export interface Asked {
  readonly calls: Readonly<Record<string, number>>;
  readonly written: number;
  readonly counted: number;
  readonly read: number;
}

const TABLE: readonly Unit[] = ["dynamodb.read", "dynamodb.write"];
const isCounting = (by: string) => by.includes(" TransactWriteItems ") && by.includes("metric");

/** The part of a reading that is about the table. */
function asked(reading: Reading, which: (by: string) => boolean): Asked {
  const calls: Record<string, number> = {};
  for (const unit of TABLE)
    for (const [by, { times }] of Object.entries(reading[unit] ?? {})) {
      if (!which(by)) continue;
      const operation = by.split(" ")[1] ?? "";
      calls[operation] = (calls[operation] ?? 0) + times;
    }
  return {
    calls,
    written: total(reading, "dynamodb.write", (by) => which(by) && !isCounting(by)),
    counted: total(reading, "dynamodb.write", (by) => which(by) && isCounting(by)),
    read: total(reading, "dynamodb.read", which),
  };
}

/** A meter for a world, to be given to it when it starts. */
export function meter() {
  const { meter: use, reading } = openTally();
  /** What was asked since a reading; of those calls that `which` wants. */
  const since = (from: Reading, which: (by: string) => boolean = () => true): Asked =>
    asked(between(from, reading()), which);
  return { use, reading, since };
}
