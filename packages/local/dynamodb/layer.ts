import type { Commit } from "./commit.ts";
import type { Disk } from "./disk.ts";
import { type Checked, db, type Result } from "./dynalite.ts";
import { apiError } from "./error.ts";
import type { Locks } from "./lock.ts";
import type { TableDescription } from "./table.ts";

/** What every operation works with. */
export interface Layer {
  readonly disk: Disk;
  readonly table: TableDescription;
  readonly locks: Locks;
  readonly commit: Commit;
  readonly clock: { ms(): number };
}

export type Body = Readonly<Record<string, unknown>>;
/** An operation of the wire protocol: parsed body in, answer out, ApiError when it is refused. */
export type Operation = (body: Body) => Promise<Result>;

export function assertTable(table: TableDescription, name: unknown) {
  if (name !== table.TableName) throw apiError("ResourceNotFoundException", "Requested resource not found");
}

/** The key under which a checked request's item lies. Refuses another table, a missing or a malformed key. */
export function keyOf(table: TableDescription, { TableName, Item: item, Key: key = {} }: Checked): string {
  assertTable(table, TableName);
  const refused = item === undefined ? db.validateKey(key, table) : db.validateItem(item, table);
  if (refused) throw refused;
  return db.createKey(item ?? key, table);
}
