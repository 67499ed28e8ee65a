import { type Checked, check, type WriteAction } from "./dynalite.ts";
import { validationError } from "./error.ts";
import type { Item } from "./item.ts";
import { type Body, keyOf } from "./layer.ts";
import { itemBytes } from "./size.ts";
import type { TableDescription } from "./table.ts";

/** One checked action of a transaction. */
export interface Step {
  readonly kind: "Put" | "Update" | "Delete" | "ConditionCheck";
  readonly name: WriteAction;
  readonly data: Checked;
  readonly key: string;
  /** Hand back the item when its condition fails. */
  readonly allOld: boolean;
}

const NAMES = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "DeleteItem",
} as const;
const MAX_ACTIONS = 100;
const MAX_BYTES = 4 * 1024 * 1024;

/** Checks a whole transaction before any of it runs; throws the ValidationException AWS would answer with. */
export function planTransaction(table: TableDescription, body: Body): Step[] {
  const steps = actionsOf(body).map((action, at) => stepOf(table, action, at));
  if (new Set(steps.map((step) => step.key)).size < steps.length)
    throw validationError("Transaction request cannot include multiple operations on one item");
  const bytes = steps.reduce((sum, { data }) => sum + itemBytes(data.Item ?? valuesOf(data)), 0);
  if (bytes > MAX_BYTES)
    throw validationError("The aggregate size of the items in the transaction cannot exceed 4 MB");
  return steps;
}

/** The entries of `TransactItems`, 1 to 100 of them. */
export function actionsOf({ TransactItems: items }: Body): Body[] {
  const length = Array.isArray(items) ? items.length : 0;
  if (Array.isArray(items) && length > 0 && length <= MAX_ACTIONS) return items;
  const limit = length === 0 ? "greater than or equal to 1" : `less than or equal to ${MAX_ACTIONS}`;
  throw validationError(
    `1 validation error detected: Value '${length === 0 ? "[]" : `[${length} items]`}' at 'transactItems' failed to satisfy constraint: Member must have length ${limit}`,
  );
}

function stepOf(table: TableDescription, action: Body, at: number): Step {
  const [entry, ...more] = Object.entries(action);
  if (entry === undefined || more.length > 0 || !isKind(entry[0]))
    throw validationError("TransactItems can only contain one of Check, Put, Update or Delete");
  const [kind] = entry;
  const request = entry[1] as Body;
  if (kind === "ConditionCheck" && request.ConditionExpression === undefined)
    throw validationError(
      `1 validation error detected: Value null at 'transactItems.${at + 1}.member.conditionCheck.conditionExpression' failed to satisfy constraint: Member must not be null`,
    );
  const name = NAMES[kind];
  const data = check(name, request);
  const allOld = request.ReturnValuesOnConditionCheckFailure === "ALL_OLD";
  return { kind, name, data, key: keyOf(table, data), allOld };
}

const isKind = (kind: string): kind is keyof typeof NAMES => Object.hasOwn(NAMES, kind);

/** What an update brings along, as far as it can be told before it runs. */
function valuesOf({ Key: key, ExpressionAttributeValues: values }: Checked): Item {
  return { ...key, ...(values as Item | undefined) };
}
