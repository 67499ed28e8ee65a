import { type Change, isSame } from "./change.ts";
import { type Disk, keys, type Op } from "./disk.ts";
import {
  type ActionStore,
  actions,
  type Checked,
  options,
  type Result,
  type WriteAction,
} from "./dynalite.ts";
import { type ApiError, apiError } from "./error.ts";
import type { Item, Row } from "./item.ts";
import { refuse } from "./refuse.ts";
import type { TableDescription } from "./table.ts";

/** What a write would do, or why it would fail. `old` is the item as it was found. */
export type Rehearsal =
  | { readonly ok: true; readonly old: Row | undefined; readonly result: Result; readonly change: Change }
  | { readonly ok: false; readonly old: Row | undefined; readonly error: ApiError };

/** The item's row as it is on disk. Read synchronously: it is nearly always in LevelDB's cache. */
export function readRow(disk: Disk, key: string): Row | undefined {
  const json = disk.getSync(keys.item(key));
  return json === undefined ? undefined : { item: JSON.parse(json), json };
}

export function lookup(table: TableDescription): ActionStore["getTable"] {
  return (name, done) =>
    name === table.TableName
      ? done(null, table)
      : done(apiError("ResourceNotFoundException", "Requested resource not found"));
}

/**
 * Runs dynalite's own action code against a store that reads from disk and only collects what is written. The caller
 * holds the item's lock. Every callback comes at once, so the outcome is there when the action returns.
 */
export function rehearse(disk: Disk, table: TableDescription, name: WriteAction, data: Checked): Rehearsal {
  const kept = collector(disk, table, name === "UpdateItem");
  let error: ApiError | null | undefined;
  let result: Result = {};
  actions[name](kept.store, data, (failure, value = {}) => {
    error = failure;
    result = value;
  });
  if (error) return { ok: false, old: kept.old(), error };
  const change = kept.change();
  return { ok: true, old: change.old, result, change };
}

function collector(disk: Disk, table: TableDescription, update: boolean) {
  const index: Op[] = [];
  let key = "";
  let old: Row | undefined;
  let next: Row | undefined;
  // An index that projects everything is handed the very item that is written: it is turned into text once.
  const texts = new WeakMap<Item, string>();
  const text = (item: Item) => {
    const json = texts.get(item) ?? JSON.stringify(item);
    texts.set(item, json);
    return json;
  };
  const store: ActionStore = {
    options,
    getTable: lookup(table),
    getIndexDb: (_type, _table, name) => ({
      put(at, item, done) {
        index.push({ type: "put", key: keys.index(name, at, key), value: text(item) });
        done();
      },
      del(at, done) {
        index.push({ type: "del", key: keys.index(name, at, key) });
        done();
      },
    }),
    getItemDb: () => ({
      lock: (_key, run) => run((done) => done),
      get(at, done) {
        key = at;
        old = readRow(disk, at);
        done(null, old?.item);
      },
      put(_key, item, done) {
        next = { item, json: text(item) };
        done(refuse(table, old?.item, item, update) ?? null);
      },
      del: (_key, done) => done(),
    }),
  };
  return {
    store,
    old: () => old,
    change: (): Change => ({ key, old, next, index, same: isSame(old, next) }),
  };
}
