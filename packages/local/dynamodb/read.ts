import { actions, type Checked, check, type ReadAction, type Result } from "./dynalite.ts";
import type { Layer, Operation } from "./layer.ts";
import { readStore } from "./read-store.ts";

/** GetItem, BatchGetItem, Query and Scan, as dynalite answers them. */
export function reads(layer: Layer): Readonly<Record<ReadAction, Operation>> {
  const read =
    (name: ReadAction): Operation =>
    async (body) => {
      const data = check(name, body);
      const result = await run(layer, name, data);
      return name === "Query" || name === "Scan" ? withMinimum(result, data) : result;
    };
  return {
    GetItem: read("GetItem"),
    BatchGetItem: read("BatchGetItem"),
    Query: read("Query"),
    Scan: read("Scan"),
  };
}

function run({ disk, table }: Layer, name: ReadAction, data: Checked): Promise<Result> {
  return new Promise((resolve, reject) =>
    actions[name](readStore(disk, table, data), data, (error, result = {}) =>
      error ? reject(error) : resolve(result),
    ),
  );
}

/** Finding nothing costs as much as finding something small; dynalite counts it as free. */
function withMinimum(result: Result, data: Checked): Result {
  const capacity = result.ConsumedCapacity as { readonly CapacityUnits: number } | undefined;
  if (capacity === undefined || capacity.CapacityUnits > 0) return result;
  const units = { CapacityUnits: data.ConsistentRead ? 1 : 0.5 };
  const part = data.IndexName ? { GlobalSecondaryIndexes: { [data.IndexName]: units } } : { Table: units };
  const detail = data.ReturnConsumedCapacity === "INDEXES" ? part : {};
  return { ...result, ConsumedCapacity: { ...capacity, ...units, ...detail } };
}
