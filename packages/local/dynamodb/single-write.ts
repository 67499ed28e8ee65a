import { changeUnits } from "./capacity.ts";
import { consumed } from "./consumed.ts";
import { check, type WriteAction } from "./dynalite.ts";
import { type ApiError, nameOf } from "./error.ts";
import { keyOf, type Layer, type Operation } from "./layer.ts";
import { type Rehearsal, rehearse } from "./shadow.ts";

/** PutItem, UpdateItem and DeleteItem. */
export function singleWrites(layer: Layer): Readonly<Record<WriteAction, Operation>> {
  const write =
    (name: WriteAction): Operation =>
    (body) => {
      const data = check(name, body);
      return layer.locks.hold([keyOf(layer.table, data)], async () => {
        const outcome = rehearse(layer.disk, layer.table, name, data);
        if (!outcome.ok) throw withItem(outcome, body.ReturnValuesOnConditionCheckFailure);
        await layer.commit([outcome.change]);
        const units = () => changeUnits(layer.table, outcome.change);
        return {
          ...outcome.result,
          ConsumedCapacity: consumed(data.ReturnConsumedCapacity, layer.table.TableName, units),
        };
      });
    };
  return { PutItem: write("PutItem"), UpdateItem: write("UpdateItem"), DeleteItem: write("DeleteItem") };
}

/** ReturnValuesOnConditionCheckFailure: the item that made the condition fail travels with the error. */
function withItem({ error, old }: Extract<Rehearsal, { ok: false }>, asked: unknown): ApiError {
  if (asked !== "ALL_OLD" || old === undefined || !isConditionFailure(error)) return error;
  return Object.assign(error, { body: { ...error.body, Item: old.item } });
}

export const isConditionFailure = (error: ApiError) => nameOf(error) === "ConditionalCheckFailedException";
