import { afterEach, beforeEach, expect, test } from "vitest";
import type { Answer, Request } from "../../packages/local/faults/hook.ts";
import { type CallKind, Plan, struckBy } from "../../packages/local/faults/plan.ts";
import { createStriker } from "../../packages/local/faults/striker.ts";
import { Invocation } from "../../packages/local/meter/invocation.ts";

const request: Request = {
  hostname: "table",
  headers: { "x-amz-target": "DynamoDB_20120810.TransactWriteItems" },
  body: JSON.stringify({ TransactItems: [{ Put: {} }, { Put: { Item: "cnd_01m8qvaknkw8xcc5v95tp8665h" } }] }),
};
const fine: Answer = { response: { statusCode: 200 } };
const statusOf = ({ response }: Answer) => (response as { statusCode: number }).statusCode;
const textOf = ({ response }: Answer) => new TextDecoder().decode((response as { body: Uint8Array }).body);

let done: number;
let crashed: number;
let told: object[];
beforeEach(() => {
  [done, crashed, told] = [0, 0, []];
});
afterEach(() => expect(told).toHaveLength(1));

const make = async () => {
  done += 1;
  return fine;
};

/** A function in whose every call the same goes wrong. */
function always(kind: CallKind | "answer") {
  const plan = Plan.parse({ seed: 1, life: 0, rates: { [kind]: 1 } });
  const record = { fault: (line: object) => void told.push(line), handover: () => undefined };
  const crash = () => {
    crashed += 1;
  };
  return createStriker({ plan, record, clock: { iso: () => "" }, crash });
}

test("killed before a call it is not made, after it it is; the function is heard no more, and asks for nothing more", async () => {
  for (const [kind, made] of [
    ["die-before", 0],
    ["die-after", 1],
  ] as const) {
    [done, told] = [0, []];
    const [striker, by] = [always(kind), new Invocation("enrol")];
    const run = striker.run(by, new Promise(() => undefined));
    await expect(striker.call(by, request, make)).rejects.toMatchObject({ errorType: "Runtime.ExitError" });
    await expect(run).rejects.toMatchObject({ errorType: "Runtime.ExitError" });
    await expect(striker.call(by, request, make)).rejects.toThrow();
    expect(done).toBe(made);
  }
});

test("timed out: the service does the call a moment later", async () => {
  const [striker, by] = [always("late"), new Invocation("enrol")];
  await expect(striker.call(by, request, make)).rejects.toMatchObject({ errorType: "Sandbox.Timedout" });
  expect(done).toBe(0);
  expect(striker.busy()).toBe(true);
  await expect.poll(() => done, { timeout: 5000 }).toBe(1);
  await expect.poll(() => striker.busy()).toBe(false);
});

test("a lost answer says nothing, a throttle and a conflict say so of the transaction's items", async () => {
  for (const [kind, status, said] of [
    ["lost", 500, "InternalServerError"],
    ["throttle", 400, "ThrottlingError"],
    ["conflict", 400, "TransactionConflict"],
  ] as const) {
    [done, told] = [0, []];
    const answer = await always(kind).call(new Invocation("enrol"), request, make);
    expect(statusOf(answer)).toBe(status);
    expect(textOf(answer)).toContain(said);
    expect(done).toBe(kind === "lost" ? 1 : 0);
  }
});

test("the process ends before or after a call", async () => {
  await always("crash-after").call(new Invocation("enrol"), request, make);
  expect([done, crashed]).toEqual([1, 1]);
  expect(told).toMatchObject([{ by: "enrol", nth: 1, ids: ["cnd_01m8qvaknkw8xcc5v95tp8665h"] }]);
});

test("a function's answer is lost when all is done", async () => {
  const run = always("answer").run(new Invocation("enrol"), Promise.resolve("null"));
  await expect(run).rejects.toMatchObject({ errorType: "Runtime.ExitError" });
});

test("the same seed strikes the same calls, another seed others; conflicts strike writes only", () => {
  const site = { service: "dynamodb", operation: "PutItem", ids: [] } as const;
  const struck = (seed: number) => {
    const plan = Plan.parse({ seed, life: 0, rates: { throttle: 0.1, conflict: 0.1 } });
    return Array.from({ length: 200 }, (_, nth) => struckBy(plan, "enrol", site, nth));
  };
  expect(struck(1)).toEqual(struck(1));
  expect(struck(1)).not.toEqual(struck(2));
  const plan = Plan.parse({ seed: 1, life: 0, rates: { conflict: 1 } });
  expect(struckBy(plan, "enrol", { ...site, operation: "Query" }, 1)).toBeUndefined();
  told = [{}];
});
