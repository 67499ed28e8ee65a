import { expect, test } from "vitest";
import { applied, commit, insist, once, Refused } from "../../packages/core/commit.ts";
import { newId } from "../../packages/core/id.ts";
import { entities } from "../../packages/core/service.ts";
import { table } from "./support/table.ts";

table();
const form = (formId: string) => ({ formId, name: "Form", createdAt: "2026-03-02T09:00:00.000Z" });
const known = async (formId: string) => (await entities.form.get({ formId }).go()).data !== null;

test("a transaction that DynamoDB cancels throws, names what was refused, and writes nothing of it", async () => {
  const [taken, free] = [newId("frm"), newId("frm")];
  await commit((all) => [all.form.create(form(taken)).commit()]);
  const refused = await commit((all) => [
    all.form.create(form(free)).commit(),
    all.form.create(form(taken)).commit(),
  ]).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refused);
  expect(refused).toMatchObject({
    kind: "conflict",
    code: "changed.meanwhile",
    codes: ["None", "ConditionalCheckFailed"],
  });
  expect(await known(free)).toBe(false);
});

test("once says who did it, however many try", async () => {
  const formId = newId("frm");
  const tries = Array.from({ length: 6 }, () => once((all) => [all.form.create(form(formId)).commit()]));
  expect((await Promise.all(tries)).filter(Boolean)).toHaveLength(1);
});

test("once hides nothing but that it was done before", async () => {
  await expect(
    once(() => {
      throw new TypeError("a bug");
    }),
  ).rejects.toThrow("a bug");
  await expect(
    once(() => {
      throw new Refused(["TransactionConflict", "None"]);
    }),
  ).rejects.toBeInstanceOf(Refused);
});

test("who insists reads anew until it gets through, and gives up on anything else", async () => {
  let tries = 0;
  const late = await insist(async () => {
    tries += 1;
    if (tries < 3) throw new Refused(["ConditionalCheckFailed"]);
    return "through";
  });
  expect([late, tries]).toEqual(["through", 3]);
  const bug = insist(async () => {
    tries += 1;
    throw new TypeError("a bug");
  });
  await expect(bug).rejects.toThrow("a bug");
  expect(tries).toBe(4);
});

test("a single write says whether its condition let it through, and passes a fault on", async () => {
  const formId = newId("frm");
  const create = () => entities.form.create(form(formId)).go();
  expect(await applied(create())).toBe(true);
  expect(await applied(create())).toBe(false);
  const bug = new TypeError("a bug");
  await expect(applied(Promise.reject(bug))).rejects.toBe(bug);
});
