import type { Change } from "./change.ts";
import { type Item, pick } from "./item.ts";
import { itemBytes } from "./size.ts";
import type { TableDescription } from "./table.ts";

/** Units of one request: the table's own, and each index's that was touched. */
export interface Units {
  readonly table: number;
  readonly indexes: Readonly<Record<string, number>>;
}

type Index = TableDescription["GlobalSecondaryIndexes"][number];

const whole = (bytes: number, unit: number) => Math.max(1, Math.ceil(bytes / unit));
const writeUnits = (item: Item | undefined) => whole(item === undefined ? 0 : itemBytes(item), 1024);

/** Strongly consistent read units of an item, or of looking for one that is not there. */
export const readUnits = (item: Item | undefined) => whole(item === undefined ? 0 : itemBytes(item), 4096);

/** What looking at an item inside a write costs: the larger of its images, in units of 1 KB. */
export const imageUnits = ({ old, next }: Pick<Change, "old" | "next">) =>
  Math.max(writeUnits(old?.item), writeUnits(next?.item));

/**
 * Write units of a change (developer guide, "Read and write operations" and "Global secondary indexes: write capacity").
 * A transaction doubles the table's part and leaves the indexes' alone. An index whose row stays as it was costs nothing;
 * a moved row costs its deletion and its insertion.
 */
export function changeUnits(table: TableDescription, change: Change, transaction = false): Units {
  const indexes: Record<string, number> = {};
  if (!change.same)
    for (const index of table.GlobalSecondaryIndexes) {
      const units = indexUnits(table, index, change);
      if (units > 0) indexes[index.IndexName] = units;
    }
  return { table: imageUnits(change) * (transaction ? 2 : 1), indexes };
}

function indexUnits(table: TableDescription, index: Index, { old, next }: Change): number {
  const before = project(table, index, old?.item);
  const after = project(table, index, next?.item);
  if (before === undefined && after === undefined) return 0;
  if (before === undefined || after === undefined) return writeUnits(before ?? after);
  const moved = index.KeySchema.some(({ AttributeName: name }) => before[name]?.S !== after[name]?.S);
  if (moved) return writeUnits(before) + writeUnits(after);
  return JSON.stringify(before) === JSON.stringify(after)
    ? 0
    : Math.max(writeUnits(before), writeUnits(after));
}

/** What an index stores of an item; nothing when the item lacks one of the index's keys. */
function project(table: TableDescription, index: Index, item: Item | undefined): Item | undefined {
  const own = index.KeySchema.map((key) => key.AttributeName);
  if (item === undefined || own.some((name) => item[name] === undefined)) return undefined;
  if (index.Projection.ProjectionType === "ALL") return item;
  const names = [...table.KeySchema.map((key) => key.AttributeName), ...own];
  return pick(item, [...names, ...(index.Projection.NonKeyAttributes ?? [])]);
}

export function addUnits(all: readonly Units[]): Units {
  const indexes: Record<string, number> = {};
  for (const units of all)
    for (const [name, more] of Object.entries(units.indexes)) indexes[name] = (indexes[name] ?? 0) + more;
  return { table: all.reduce((sum, units) => sum + units.table, 0), indexes };
}
