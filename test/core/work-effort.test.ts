import { beforeAll, expect, test } from "vitest";
import { client } from "../../packages/core/table.ts";
import { campaign, enter, work } from "./support/campaigns.ts";
import { furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

/** How often her gate is read while the act runs. */
async function gateReads(candidateId: string, act: () => Promise<unknown>): Promise<number> {
  let reads = 0;
  const her = `${candidateId}","sk":"$person#gate`;
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        const reading = commandName === "GetItemCommand" || commandName === "BatchGetItemCommand";
        if (reading && JSON.stringify(args.input).includes(her)) reads += 1;
        return next(args);
      },
    { step: "initialize", name: "count", override: true },
  );
  await act().finally(() => client.middlewareStack.remove("count"));
  return reads;
}

test("a mail costs two readings of her gate: one to decide, one right before it leaves", async () => {
  const welcome = await campaign();
  const ada = await member(here, "ada@example.org");
  await enter(ada, welcome);
  expect(await gateReads(ada, () => work(welcome))).toBe(2);
  expect(here.ses.sentTo("ada@example.org")).toBe(1);
});
