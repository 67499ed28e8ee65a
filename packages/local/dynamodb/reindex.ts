import { below, type Disk, keys, metaOp, readMeta } from "./disk.ts";
import { db } from "./dynalite.ts";
import type { TableDescription } from "./table.ts";

const ROWS = 500;

type Index = TableDescription["GlobalSecondaryIndexes"][number];

/** Brings the indexes on disk in line with infra: builds new ones, rebuilds changed ones, drops those that are gone. */
export async function reindex(disk: Disk, table: TableDescription): Promise<void> {
  const built = (await readMeta<Record<string, string>>(disk, "indexes")) ?? {};
  const wanted = Object.fromEntries(
    table.GlobalSecondaryIndexes.map((index) => [index.IndexName, shape(index)]),
  );
  const stale = Object.keys({ ...built, ...wanted }).filter((name) => built[name] !== wanted[name]);
  if (stale.length === 0) return;
  for (const name of stale) await disk.clear(below(keys.index(name, "", "")));
  const fresh = table.GlobalSecondaryIndexes.filter((index) => stale.includes(index.IndexName));
  if (fresh.length > 0) await build(disk, table, fresh);
  // Last, so that a crash on the way makes the next start begin again.
  await disk.batch([metaOp("indexes", wanted)]);
}

const shape = ({ KeySchema, Projection }: Index) => JSON.stringify([KeySchema, Projection]);

async function build(disk: Disk, table: TableDescription, indexes: readonly Index[]) {
  const prefix = keys.item("").length;
  const rows = disk.iterator(below(keys.item("")));
  for (let read = await rows.nextv(ROWS); read.length > 0; read = await rows.nextv(ROWS)) {
    const ops = read.flatMap(([key, json]) => {
      const { puts } = db.getIndexActions(indexes, null, JSON.parse(json), table);
      return puts.map((row) => ({
        type: "put" as const,
        key: keys.index(row.index, row.key, key.slice(prefix)),
        value: JSON.stringify(row.item),
      }));
    });
    await disk.batch(ops);
  }
  await rows.close();
}
