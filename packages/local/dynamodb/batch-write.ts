import { addUnits, changeUnits } from "./capacity.ts";
import { consumed } from "./consumed.ts";
import { type Checked, check, type Result, type WriteAction } from "./dynalite.ts";
import { isApiError, validationError } from "./error.ts";
import type { Item } from "./item.ts";
import { type Body, keyOf, type Layer, type Operation } from "./layer.ts";
import { rehearse } from "./shadow.ts";

interface Request {
  readonly PutRequest?: { readonly Item: Item };
  readonly DeleteRequest?: { readonly Key: Item };
}
interface Step {
  readonly name: WriteAction;
  readonly data: Checked;
  readonly key: string;
}

/** BatchWriteItem. AWS applies the writes one by one; here they are one batch on disk, which is stronger. */
export function batchWrite(layer: Layer): Operation {
  return (body: Body) => {
    const data = check("BatchWriteItem", body);
    const steps = stepsOf(layer, data);
    const held = steps.map((step) => step.key);
    if (new Set(held).size < held.length)
      throw validationError("Provided list of item keys contains duplicates");
    return layer.locks.hold(held, () => write(layer, steps, data.ReturnConsumedCapacity));
  };
}

function stepsOf(layer: Layer, data: Checked): Step[] {
  const tables = data.RequestItems as Readonly<Record<string, readonly Request[]>>;
  return Object.entries(tables).flatMap(([TableName, requests]) =>
    requests.map(({ PutRequest, DeleteRequest }) => {
      const name = PutRequest ? "PutItem" : "DeleteItem";
      const one: Checked = { TableName, ...PutRequest, ...DeleteRequest };
      return { name, data: one, key: keyIn(layer, one) } as const;
    }),
  );
}

/** In a batch AWS words a bad key differently. */
function keyIn(layer: Layer, data: Checked) {
  try {
    return keyOf(layer.table, data);
  } catch (error) {
    if (isApiError(error) && /Missing the key|Type mismatch for key/.test(error.message))
      throw validationError("The provided key element does not match the schema");
    throw error;
  }
}

async function write(
  { disk, table, commit }: Layer,
  steps: readonly Step[],
  asked: unknown,
): Promise<Result> {
  const changes = steps.map(({ name, data }) => {
    const outcome = rehearse(disk, table, name, data);
    if (!outcome.ok) throw outcome.error;
    return outcome.change;
  });
  await commit(changes);
  const units = () => addUnits(changes.map((change) => changeUnits(table, change)));
  const capacity = consumed(asked, table.TableName, units);
  return { UnprocessedItems: {}, ...(capacity && { ConsumedCapacity: [capacity] }) };
}
