import { createRequire } from "node:module";
import type { ApiError } from "./error.ts";
import type { Item } from "./item.ts";
import { type Parser, parseOnce } from "./parse-once.ts";
import type { TableDescription } from "./table.ts";
import { type FieldType, isWellFormed } from "./well-formed.ts";

/**
 * The parts of dynalite 4.0.0 (CommonJS, no types) that this room stands on: request validation, the expression
 * language, key encoding and the item actions. Its own store and HTTP server are not used.
 */
export interface Checked {
  readonly TableName: string;
  readonly Item?: Item;
  readonly Key?: Item;
  readonly IndexName?: string;
  readonly ExclusiveStartKey?: Item;
  readonly ConsistentRead?: boolean;
  readonly ReturnConsumedCapacity?: string;
  readonly [field: string]: unknown;
}

export type Done<T> = (error?: ApiError | null, value?: T) => void;
export type Result = Record<string, unknown>;

export interface Range {
  readonly gte?: string;
  readonly gt?: string;
  readonly lte?: string;
  readonly lt?: string;
  readonly limit?: number;
  readonly reverse?: boolean;
}

/** What dynalite's actions ask of a table's items. */
export interface ItemDb {
  lock(key: string, run: (release: (done: Done<Result>) => Done<Result>) => void): void;
  get(key: string, done: Done<Item>): void;
  put(key: string, item: Item, done: Done<void>): void;
  del(key: string, done: Done<void>): void;
  createValueStream(range: Range): NodeJS.EventEmitter;
}
export type IndexDb = Pick<ItemDb, "put" | "del" | "createValueStream">;

/** What dynalite's actions ask of their store. */
export interface ActionStore {
  readonly options: { readonly maxItemSize: number };
  getTable(name: string, done: Done<TableDescription>): void;
  getItemDb(table: string): Partial<ItemDb>;
  getIndexDb(type: string, table: string, index: string): Partial<IndexDb>;
}

type Action = (store: ActionStore, data: Checked, done: Done<Result>) => void;
type Index = TableDescription["GlobalSecondaryIndexes"][number];
type KeySchema = TableDescription["KeySchema"];

interface Db {
  validateKey(key: Item, table: TableDescription): ApiError | undefined;
  validateItem(item: Item, table: TableDescription): ApiError | undefined;
  createKey(item: Item, table: TableDescription): string;
  createIndexKey(item: Item, table: TableDescription, schema: KeySchema): string;
  checkConditional(data: Checked, item: Item | undefined): ApiError | null | undefined;
  getIndexActions(
    indexes: readonly Index[],
    old: Item | null,
    next: Item | null,
    table: TableDescription,
  ): { readonly puts: readonly { readonly index: string; readonly key: string; readonly item: Item }[] };
}

type Body = Readonly<Record<string, unknown>>;
type Types = Readonly<Record<string, FieldType>>;

interface Validations {
  checkTypes(data: Body, types: Types): Body;
  checkValidations(data: Checked, types: unknown, custom: unknown, store: Pick<ActionStore, "options">): void;
}

const require = createRequire(import.meta.url);

export const db: Db = require("dynalite/db");
const validations: Validations = require("dynalite/validations");

export type WriteAction = "PutItem" | "UpdateItem" | "DeleteItem";
export type ReadAction = "GetItem" | "BatchGetItem" | "Query" | "Scan";
export type Checkable = WriteAction | ReadAction | "BatchWriteItem";

for (const name of ["condition", "update", "projection"])
  parseOnce(require(`dynalite/db/${name}Parser`) as Parser);

const file = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
const action = (name: string): Action => require(`dynalite/actions/${file(name)}`);
const rules = (name: string): { types: Types; custom: unknown } =>
  require(`dynalite/validations/${file(name)}`);

export const actions: Readonly<Record<WriteAction | ReadAction, Action>> = {
  PutItem: action("PutItem"),
  UpdateItem: action("UpdateItem"),
  DeleteItem: action("DeleteItem"),
  GetItem: action("GetItem"),
  BatchGetItem: action("BatchGetItem"),
  Query: action("Query"),
  Scan: action("Scan"),
};

const checks: Readonly<Record<Checkable, { types: Types; custom: unknown }>> = {
  PutItem: rules("PutItem"),
  UpdateItem: rules("UpdateItem"),
  DeleteItem: rules("DeleteItem"),
  GetItem: rules("GetItem"),
  BatchGetItem: rules("BatchGetItem"),
  BatchWriteItem: rules("BatchWriteItem"),
  Query: rules("Query"),
  Scan: rules("Scan"),
};

export const options = { maxItemSize: 400 * 1024 };

/** A request body with unknown fields dropped and its expressions parsed; throws the error AWS would answer with. */
export function check(name: Checkable, body: Body): Checked {
  const { types, custom } = checks[name];
  const data = typed(body, types) as Checked;
  validations.checkValidations(data, types, custom, { options });
  return data;
}

/** The fields that the operation knows, in its order. */
function typed(body: Body, types: Types): Body {
  const data: Record<string, unknown> = {};
  for (const name in types) {
    const [value, type] = [body[name], types[name]];
    if (value === undefined || value === null || type === undefined) continue;
    if (isWellFormed(value, type)) data[name] = value;
    else Object.assign(data, validations.checkTypes({ [name]: value }, { [name]: type }));
  }
  return data;
}
