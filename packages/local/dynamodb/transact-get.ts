import { readUnits } from "./capacity.ts";
import { consumed } from "./consumed.ts";
import { actions, type Checked, check, type Result } from "./dynalite.ts";
import { validationError } from "./error.ts";
import type { Body, Layer, Operation } from "./layer.ts";
import { keyOf } from "./layer.ts";
import { readStore } from "./read-store.ts";
import { readRow } from "./shadow.ts";
import { actionsOf } from "./transact-plan.ts";

/** TransactGetItems: a picture of all the items at one moment. */
export function transactGet(layer: Layer): Operation {
  return (body) => {
    const gets = actionsOf(body).map((action) => check("GetItem", requestOf(action)));
    const held = gets.map((data) => keyOf(layer.table, data));
    if (new Set(held).size < held.length)
      throw validationError("Transaction request cannot include multiple operations on one item");
    return layer.locks.hold(held, async () => {
      const { table, disk } = layer;
      const units = () => held.reduce((sum, key) => sum + 2 * readUnits(readRow(disk, key)?.item), 0);
      const used = () => ({ table: units(), indexes: {} });
      const capacity = consumed(body.ReturnConsumedCapacity, table.TableName, used, "ReadCapacityUnits");
      return {
        Responses: gets.map((data) => get(layer, data)),
        ...(capacity && { ConsumedCapacity: [capacity] }),
      };
    });
  };
}

function requestOf({ Get: request }: Body): Body {
  if (typeof request !== "object" || request === null)
    throw validationError("TransactItems can only contain Get");
  return { ...request };
}

/** GetItem calls back at once: point reads are synchronous. */
function get({ disk, table }: Layer, data: Checked): Result {
  let answer: Result = {};
  actions.GetItem(readStore(disk, table, data), data, (error, value) => {
    if (error) throw error;
    answer = value?.Item === undefined ? {} : { Item: value.Item };
  });
  return answer;
}
