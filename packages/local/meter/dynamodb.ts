import type { Operation } from "../dynamodb/layer.ts";
import { caller } from "./invocation.ts";
import type { Meter } from "./reading.ts";

type Body = Parameters<Operation>[0];
type Capacity = { readonly CapacityUnits: number };

const READS = new Set(["GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems"]);
const WRITES = new Set(["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"]);

/** Has every operation of the table tell the meter the units that DynamoDB says it consumed. */
export function metered(
  operations: Readonly<Record<string, Operation>>,
  meter: Meter,
): Readonly<Record<string, Operation>> {
  const entries = Object.entries(operations).map(([name, operation]): [string, Operation] => {
    const unit = READS.has(name) ? "dynamodb.read" : WRITES.has(name) ? "dynamodb.write" : undefined;
    if (unit === undefined) return [name, operation];
    const run: Operation = async (body) => {
      const by = `${caller()} ${name} ${itemsOf(body).join(", ")}`;
      try {
        const result = await operation({ ...body, ReturnConsumedCapacity: "TOTAL" });
        meter(unit, unitsOf(result.ConsumedCapacity), by);
        return result;
      } catch (error) {
        meter(unit, refusedUnits(name, body), `${by} refused`);
        throw error;
      }
    };
    return [name, run];
  });
  return Object.fromEntries(entries);
}

const unitsOf = (capacity: unknown): number =>
  ([capacity ?? []].flat() as Capacity[]).reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);

/** A refused condition costs what the item would have: here a unit each, twice in a transaction, as most items are below 1 KB. */
function refusedUnits(name: string, { TransactItems: items }: Body): number {
  if (READS.has(name)) return 0;
  return Array.isArray(items) ? 2 * items.length : 1;
}

/** The kinds of items that a request names, from the sort keys that ElectroDB writes: `$person#message_1#…`. */
function itemsOf(body: Body): string[] {
  const { Key, Item, TransactItems, RequestItems, IndexName } = body as Partial<
    Record<"Key" | "Item" | "TransactItems" | "RequestItems" | "IndexName", unknown>
  >;
  if (typeof IndexName === "string") return [IndexName];
  const keyed = JSON.stringify(Key ?? Item ?? TransactItems ?? RequestItems ?? body);
  const kinds = [...keyed.matchAll(/"sk":\{"S":"\$([a-z_]+#)?([a-z]+)/g)].map(([, , kind = ""]) => kind);
  return [...new Set(kinds)];
}
