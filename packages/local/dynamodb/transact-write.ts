import { hash } from "node:crypto";
import { addUnits, changeUnits, imageUnits, readUnits, type Units } from "./capacity.ts";
import type { Change } from "./change.ts";
import { consumed } from "./consumed.ts";
import { db, type Result } from "./dynalite.ts";
import { type ApiError, apiError, validationError } from "./error.ts";
import type { Row } from "./item.ts";
import type { Layer, Operation } from "./layer.ts";
import { isBadKey } from "./refuse.ts";
import { readRow, rehearse } from "./shadow.ts";
import { isConditionFailure } from "./single-write.ts";
import type { Token, Tokens } from "./token.ts";
import { planTransaction, type Step } from "./transact-plan.ts";

type Tried =
  | { readonly ok: true; readonly change: Change | undefined; readonly old: Row | undefined }
  | { readonly ok: false; readonly error: ApiError; readonly old: Row | undefined };

/** API_TransactWriteItems, ClientRequestToken. */
const LONGEST_TOKEN = 36;

/** TransactWriteItems: all of it or nothing, in one batch; the locks take the place of TransactionConflict. */
export function transactWrite(layer: Layer, tokens: Tokens): Operation {
  return (body) => {
    const steps = planTransaction(layer.table, body);
    const { ClientRequestToken: token, ReturnConsumedCapacity: asked, ...request } = body;
    const held = steps.map((step) => step.key);
    if (typeof token === "string" && (token === "" || token.length > LONGEST_TOKEN))
      throw validationError(
        `1 validation error detected: Value '${token}' at 'clientRequestToken' failed to satisfy constraint: Member must have length between 1 and ${LONGEST_TOKEN}`,
      );
    if (typeof token !== "string")
      return layer.locks.hold(held, async () => (await run(layer, steps, asked)).result);
    // The token is locked as well: a repetition waits for the first call's outcome.
    return layer.locks.hold([...held, `token ${token}`], async () => {
      const digest = hash("sha256", JSON.stringify(request), "base64url");
      const seen = tokens.find(token);
      if (seen !== undefined) return repeat(layer, seen, digest, asked);
      const entry = (units: number): Token => ({ at: layer.clock.ms(), hash: digest, units });
      const { result, units } = await run(layer, steps, asked, (units) => tokens.ops(token, entry(units)));
      tokens.keep(token, entry(units));
      return result;
    });
  };
}

/** Nothing is written again; AWS charges for reading the items. */
function repeat({ table }: Layer, seen: Token, digest: string, asked: unknown): Result {
  if (seen.hash !== digest)
    throw apiError(
      "IdempotentParameterMismatchException",
      "Request has a token that already exists with different parameters",
    );
  return answer(
    consumed(asked, table.TableName, () => ({ table: seen.units, indexes: {} }), "ReadCapacityUnits"),
  );
}

async function run(
  { disk, table, commit }: Layer,
  steps: readonly Step[],
  asked: unknown,
  extra: (units: number) => ReturnType<Tokens["ops"]> = () => [],
) {
  const tried = steps.map((step) => attempt(disk, table, step));
  for (const each of tried) if (!each.ok && isBadKey(each.error)) throw each.error;
  if (tried.some((each) => !each.ok)) throw cancelled(steps, tried);
  const changes = tried.flatMap((each) => (each.ok && each.change !== undefined ? [each.change] : []));
  const units = tried.reduce((sum, each) => sum + 2 * repetitionUnits(each), 0);
  await commit(changes, extra(units));
  const used = () => addUnits(tried.map((each) => unitsOf(table, each)));
  return { units, result: answer(consumed(asked, table.TableName, used, "WriteCapacityUnits")) };
}

function attempt(disk: Layer["disk"], table: Layer["table"], { kind, name, data, key }: Step): Tried {
  if (kind !== "ConditionCheck") return rehearse(disk, table, name, data);
  const old = readRow(disk, key);
  const error = db.checkConditional(data, old?.item);
  return error ? { ok: false, error, old } : { ok: true, change: undefined, old };
}

function cancelled(steps: readonly Step[], tried: readonly Tried[]): ApiError {
  const reasons = tried.map((each, at) => {
    if (each.ok) return { Code: "None" };
    if (!isConditionFailure(each.error)) return { Code: "ValidationError", Message: each.error.message };
    const item = steps[at]?.allOld && each.old ? { Item: each.old.item } : {};
    return { Code: "ConditionalCheckFailed", Message: "The conditional request failed", ...item };
  });
  const codes = reasons.map((reason) => reason.Code).join(", ");
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return apiError("TransactionCanceledException", message, { CancellationReasons: reasons });
}

/** A condition check writes nothing and is charged as a write of what it read. */
function unitsOf(table: Layer["table"], tried: Tried): Units {
  if (tried.ok && tried.change !== undefined) return changeUnits(table, tried.change, true);
  return { table: 2 * imageUnits({ old: tried.old, next: undefined }), indexes: {} };
}

const repetitionUnits = (tried: Tried) =>
  Math.max(readUnits(tried.old?.item), readUnits(tried.ok ? tried.change?.next?.item : undefined));

const answer = (capacity: object | undefined): Result => (capacity ? { ConsumedCapacity: [capacity] } : {});
