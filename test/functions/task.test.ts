import { expect, test } from "vitest";
import * as z from "zod";
import { Actor } from "../../packages/core/actor.ts";
import { task } from "../../packages/functions/adapter/task.ts";
import { log, quiet } from "./support/log.ts";
import { context } from "./support/request.ts";

quiet();
const Input = z.object({ campaignId: z.string(), epoch: z.int() });
type Handler = (event: unknown, given: typeof context) => Promise<unknown>;
const run = (handler: unknown, event: unknown) => (handler as Handler)(event, context);
const trace = `trc_${"a".repeat(26)}`;

test("a task gets its input, the time it has left, and gives back what it answers", async () => {
  const handler = task("plan", Input, async ({ epoch }, remaining) => ({
    next: epoch + 1,
    left: remaining(),
  }));
  expect(await run(handler, { campaignId: "cmp_1", epoch: 4 })).toEqual({ next: 5, left: 60_000 });
});

test("it acts as the system, under the trace that the workflow carries", async () => {
  const handler = task("plan", Input, async () => Actor.use());
  expect(await run(handler, { campaignId: "cmp_1", epoch: 1, trace })).toEqual({
    kind: "system",
    id: "plan",
    trace,
  });
  expect(await run(handler, { campaignId: "cmp_1", epoch: 1 })).toMatchObject({
    trace: expect.stringMatching(/^trc_[0-9a-z]{26}$/),
  });
});

test("an input that is not what it should be never reaches it, and the fault names the field", async () => {
  let reached = false;
  const handler = task("plan", Input, async () => {
    reached = true;
  });
  for (const wrong of [{}, { campaignId: "cmp_1", epoch: "1" }, null, "text"])
    await expect(run(handler, wrong)).rejects.toMatchObject({ code: "input.invalid" });
  await expect(run(handler, { campaignId: "cmp_1" })).rejects.toThrow("epoch");
  expect(reached).toBe(false);
});

test("what it throws goes on to the workflow, which tries again", async () => {
  const handler = task("plan", Input, async () => {
    throw new RangeError("not now");
  });
  await expect(run(handler, { campaignId: "cmp_1", epoch: 1 })).rejects.toThrow(RangeError);
});

test("the log has the job and the trace, not the input", async () => {
  const written = log();
  await run(
    task("plan", z.unknown(), async () => {}),
    { name: "Ada Lovelace", trace },
  );
  expect(written()).toContain(trace);
  expect(written()).not.toContain("Lovelace");
});
