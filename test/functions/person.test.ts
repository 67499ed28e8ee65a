import { beforeAll, expect, onTestFinished, test } from "vitest";
import { client } from "../../packages/core/table.ts";
import { handler } from "../../packages/functions/api/index.ts";
import { campaign, enter, work } from "../core/support/campaigns.ts";
import { furnish, member } from "../core/support/people.ts";
import { table } from "../core/support/table.ts";
import { quiet } from "./support/log.ts";
import { ask, claimsOf, request } from "./support/request.ts";

quiet();
const here = table();
beforeAll(furnish);

const page = async (candidateId: string) => {
  const path = `v1/candidates/${candidateId}`;
  const sent = { params: { proxy: path.slice(3) }, claims: claimsOf("viewer") };
  return (await ask(handler, request("GET", `/${path}`, sent))).json();
};

/** What the table is asked from here to the end of the test. */
function asked(): { readonly command: string; readonly input: object }[] {
  const commands: { command: string; input: object }[] = [];
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      (args) => {
        commands.push({ command: commandName, input: args.input });
        return next(args);
      },
    { step: "initialize", priority: "low", name: "asked", override: true },
  );
  onTestFinished(() => {
    client.middlewareStack.remove("asked");
  });
  return commands;
}

test("her page calls campaigns and templates by their names", async () => {
  const welcome = await campaign();
  const ada = await member(here, "ada@example.org");
  await enter(ada, welcome);
  await work(welcome);
  const { timeline } = (await page(ada)) as { timeline: { type: string; detail: object }[] };
  const mail = timeline.find(({ type }) => type === "message.accepted");
  expect(mail?.detail).toMatchObject({ campaignId: welcome, campaignName: "Hello", templateName: "Hello" });
});

test("her page reads what it mentions, however many campaigns and templates there are", async () => {
  const ada = await member(here, "bea@example.org");
  const nothing = asked();
  await page(ada);
  // Everything of hers, and the organisation's policy beside it.
  expect(nothing.map(({ command }) => command).sort()).toEqual(["GetItemCommand", "QueryCommand"]);
  await enter(ada, await campaign());
  const one = asked();
  await page(ada);
  const names = one.filter(({ command }) => command === "BatchGetItemCommand");
  expect([one.length, names.length]).toEqual([3, 1]);
  expect(JSON.stringify(names[0]?.input)).toContain("ProjectionExpression");
});
