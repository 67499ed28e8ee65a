import type { Context, SQSEvent } from "aws-lambda";
import { expect, test } from "vitest";
import { queue } from "../../packages/functions/adapter/queue.ts";

const ids = ["one", "two", "three", "four"];
const event = {
  Records: ids.map((messageId) => ({
    messageId,
    body: JSON.stringify({ id: messageId, source: "perennial", "detail-type": "Test", time: "", detail: {} }),
  })),
} as unknown as SQSEvent;

test("so many events of a batch are read side by side, and what fails is told by itself", async () => {
  const all = Promise.withResolvers<void>();
  let open = 0;
  const handler = queue(
    "test",
    async ({ id }) => {
      open += 1;
      if (open === ids.length) all.resolve();
      // Comes back only once the others have begun as well.
      await all.promise;
      if (id === "two") throw new Error("not this one");
    },
    ids.length,
  );
  expect(await handler(event, {} as Context)).toEqual({ batchItemFailures: [{ itemIdentifier: "two" }] });
});

test("without lanes one is read after the other", async () => {
  let [open, most] = [0, 0];
  const handler = queue("test", async () => {
    open += 1;
    most = Math.max(most, open);
    await new Promise((resolve) => setImmediate(resolve));
    open -= 1;
  });
  await handler(event, {} as Context);
  expect(most).toBe(1);
});
