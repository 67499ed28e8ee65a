import { beforeAll, expect, onTestFinished, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { isOutage } from "../../packages/core/commit.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { client } from "../../packages/core/table.ts";
import { campaign, enter } from "./support/campaigns.ts";
import { as, furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

interface Batch {
  readonly RequestItems: Readonly<Record<string, { readonly Keys: readonly unknown[] }>>;
}

/** From here to the end of the test DynamoDB answers for so many keys of a batch and leaves the rest unprocessed. */
function answering(count: number): void {
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const [[name, { Keys }] = ["", { Keys: [] }]] = Object.entries(
          (args.input as Partial<Batch>).RequestItems ?? {},
        );
        if (commandName !== "BatchGetItemCommand" || Keys.length <= count) return next(args);
        const RequestItems = { [name]: { Keys: Keys.slice(0, Math.max(1, count)) } };
        const answer = await next({ ...args, input: { ...args.input, RequestItems } });
        const output = answer.output as { Responses: Record<string, unknown[]>; UnprocessedKeys: object };
        if (count === 0) output.Responses = { [name]: [] };
        output.UnprocessedKeys = { [name]: { Keys: Keys.slice(count) } };
        return answer;
      },
    { step: "initialize", priority: "low", name: "answering", override: true },
  );
  onTestFinished(() => {
    client.middlewareStack.remove("answering");
  });
}

test("nobody is missing from a list because DynamoDB left a part of the batch for later", async () => {
  const welcome = await campaign();
  const ids: string[] = [];
  for (const name of ["ada", "bea", "cleo"]) {
    here.clock.forward(1000);
    ids.push(await member(here, `${name}@example.org`));
  }
  for (const id of ids) await enter(id, welcome);
  answering(1);
  expect([...(await Gate.readMany(ids)).keys()].sort()).toEqual([...ids].sort());
  expect((await Candidate.names(ids)).size).toBe(3);
  expect((await Enrolment.readMany(welcome, ids)).size).toBe(3);
  const { people } = await as("viewer", () => Candidate.list({}));
  expect(people.map(({ candidateId }) => candidateId)).toEqual([...ids].reverse());
  expect(people.map(({ mayWrite }) => mayWrite.answer)).toEqual(["yes", "yes", "yes"]);
});

test("what is never answered is an outage, not a list with gaps", async () => {
  const ids = ["d", "e"].map((letter) => `cnd_${letter.repeat(26)}`);
  answering(0);
  const error = await Gate.readMany(ids).catch((thrown: unknown) => thrown);
  expect(isOutage(error)).toBe(true);
});

test("somebody named twice is read once", async () => {
  const id = await member(here, "dora@example.org");
  expect((await Gate.readMany([id, id])).size).toBe(1);
});
