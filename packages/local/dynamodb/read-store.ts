import { Stream } from "node:stream";
import { type Disk, keys } from "./disk.ts";
import { type ActionStore, type Checked, db, options, type Range } from "./dynalite.ts";
import { lookup, readRow } from "./shadow.ts";
import type { TableDescription } from "./table.ts";

const ROWS = 200;

/**
 * The store dynalite's reading actions run against. Its own leaves every iterator open, and with it a LevelDB snapshot
 * that keeps deleted values on disk; these are closed.
 */
export function readStore(disk: Disk, table: TableDescription, data: Checked): ActionStore {
  return {
    options,
    getTable: lookup(table),
    getItemDb: () => ({
      get: (key, done) => done(null, readRow(disk, key)?.item),
      createValueStream: (range) => values(disk, within(keys.item(""), range)),
    }),
    getIndexDb: (_type, _table, name) => ({
      createValueStream: (range) =>
        values(disk, within(keys.index(name, "", ""), resume(table, data, range))),
    }),
  };
}

/** Continues an index after the very row a page ended with, of all the rows with equal index keys. */
function resume(
  table: TableDescription,
  { IndexName, ExclusiveStartKey: start }: Checked,
  range: Range,
): Range {
  const index = table.GlobalSecondaryIndexes.find((each) => each.IndexName === IndexName);
  if (start === undefined || index === undefined) return range;
  const short = db.createIndexKey(start, table, index.KeySchema);
  const full = short + db.createKey(start, table);
  return { ...range, ...(range.gt === short && { gt: full }), ...(range.lt === short && { lt: full }) };
}

function within(prefix: string, { gte, gt, lte, lt, ...rest }: Range): Range {
  return {
    ...rest,
    ...(gt === undefined ? { gte: prefix + (gte ?? "") } : { gt: prefix + gt }),
    ...(lte === undefined ? { lt: prefix + (lt ?? "\uffff") } : { lte: prefix + lte }),
  };
}

/** A stream of the old kind, which is all that dynalite's `lazy` needs: "data" until "end", or until it is destroyed. */
function values(disk: Disk, range: Range): NodeJS.EventEmitter {
  let wanted = true;
  const stream = Object.assign(new Stream(), {
    destroy() {
      wanted = false;
    },
  });
  async function pump() {
    const iterator = disk.values(range);
    try {
      while (wanted) {
        const read = await iterator.nextv(ROWS);
        if (read.length === 0) break;
        for (const json of read) if (wanted) stream.emit("data", JSON.parse(json));
      }
    } finally {
      await iterator.close();
    }
  }
  pump().then(
    () => stream.emit("end"),
    (error) => stream.emit("error", error),
  );
  return stream;
}
