import { expect, test } from "vitest";
import { commit, isOutage, Refused } from "../../packages/core/commit.ts";
import { Config } from "../../packages/core/config.ts";
import { AppError } from "../../packages/core/error.ts";
import { newId } from "../../packages/core/id.ts";
import { client } from "../../packages/core/table.ts";
import { table } from "./support/table.ts";

table();

/** DynamoDB cancels the next transactions for these reasons; answers what a commit of one item comes to, and its tries. */
async function cancelled(times: number, ...codes: string[]) {
  let tries = 0;
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) => {
        if (commandName !== "TransactWriteItemsCommand" || tries++ >= times) return next(args);
        const CancellationReasons = codes.map((Code) => ({ Code }));
        throw Object.assign(new Error("Transaction cancelled"), {
          name: "TransactionCanceledException",
          CancellationReasons,
        });
      },
    { step: "initialize", name: "cancelled", override: true },
  );
  const form = { formId: newId("frm"), name: "Form", createdAt: "2026-03-02T09:00:00.000Z" };
  const [done] = await Promise.allSettled([commit((all) => [all.form.create(form).commit()])]);
  client.middlewareStack.remove("cancelled");
  return { fault: done.status === "rejected" ? done.reason : undefined, tries };
}

test.each(["ThrottlingError", "ProvisionedThroughputExceeded", "TransactionConflict"])(
  "%s is tried again",
  async (code) => {
    expect(await cancelled(2, "None", code)).toEqual({ fault: undefined, tries: 3 });
  },
);

test("a table that has no capacity every time is an outage, not a conflict that somebody should reload for", async () => {
  const { fault } = await cancelled(99, "ThrottlingError", "None");
  expect(fault).not.toBeInstanceOf(AppError);
  expect(isOutage(fault)).toBe(true);
});

test("what DynamoDB can't accept is a bug: told at once, and neither an outage nor a conflict", async () => {
  const { fault, tries } = await cancelled(99, "None", "ValidationError");
  expect(tries).toBe(1);
  expect(fault).not.toBeInstanceOf(AppError);
  expect(isOutage(fault)).toBe(false);
});

test("a condition that did not hold is a conflict, whatever else was wrong", async () => {
  const { fault, tries } = await cancelled(99, "ThrottlingError", "ConditionalCheckFailed");
  expect(tries).toBe(1);
  expect(fault).toBeInstanceOf(Refused);
});

test("a variable that is not set is a bug of ours, and nothing a caller should see", () => {
  const before = process.env.PERENNIAL_SITE_URL;
  delete process.env.PERENNIAL_SITE_URL;
  try {
    expect(() => Config.siteUrl()).toThrow("PERENNIAL_SITE_URL is not set");
    expect(() => Config.siteUrl()).not.toThrow(AppError);
  } finally {
    process.env.PERENNIAL_SITE_URL = before;
  }
});
