import { TransactionConflictException } from "@aws-sdk/client-dynamodb";
import { beforeAll, expect, test } from "vitest";
import { Gate } from "../../packages/core/gate/index.ts";
import { entities } from "../../packages/core/service.ts";
import { client } from "../../packages/core/table.ts";
import { furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

/** While the act runs, its first so many tries meet a transaction at their item; answers how often it was tried. */
async function collide(times: number, act: () => Promise<unknown>): Promise<number> {
  let tried = 0;
  client.middlewareStack.add(
    (next) => async (args) => {
      tried += 1;
      if (tried > times) return next(args);
      throw new TransactionConflictException({
        message: "Transaction is ongoing for the item",
        $metadata: {},
      });
    },
    { step: "deserialize", priority: "low", name: "collide", override: true },
  );
  await act().finally(() => client.middlewareStack.remove("collide"));
  return tried;
}

test("a write that meets a transaction at its item is repeated, and done once", async () => {
  const ada = await member(here, "ada@example.org");
  const before = await Gate.read(ada);
  const write = () => entities.gate.patch({ candidateId: ada }).add({ revision: 1 }).go();
  expect(await collide(2, write)).toBe(3);
  expect((await Gate.read(ada))?.revision).toBe((before?.revision ?? 0) + 1);
});

test("one that meets transactions again and again says so", async () => {
  const ada = await member(here, "eve@example.org");
  const write = () => entities.gate.patch({ candidateId: ada }).add({ revision: 1 }).go();
  await expect(collide(9, write)).rejects.toThrow("Transaction is ongoing");
});
