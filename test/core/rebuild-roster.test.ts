import { beforeAll, beforeEach, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import type { Facts } from "../../packages/core/facts/index.ts";
import { replay } from "../../packages/core/rebuild/index.ts";
import { entities } from "../../packages/core/service.ts";
import { intercept } from "./support/intercept.ts";
import { as, furnish, known, leave, member, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
let ada: string;
beforeAll(furnish);
beforeEach(async () => {
  ada = await member(here, `ada${here.clock.ms()}@example.org`, { name: "Ada" });
});

const roster = async (switching = false) => (await as("system", () => replay({ switching }))).roster;
const listed = async (candidateId: string) =>
  (await Candidate.everybody()).find((facts) => facts.candidateId === candidateId);

/** Lists her otherwise than she is. */
async function astray(facts: Partial<Facts.Info>, more = {}): Promise<void> {
  const kept = JSON.stringify({ ...(await listed(ada)), ...facts });
  await entities.candidate
    .patch({ candidateId: ada })
    .set({ facts: kept, ...more })
    .go();
}

test("who stands otherwise than she is, is found by the names of her facts, and listed anew", async () => {
  const [before, { candidate }] = [await listed(ada), await known(ada)];
  await astray({ city: "Leipzig", tags: ["vip"] }, { roster: "00", listedAt: "2020" });
  const named = [`${ada}: city, tags, shard, place in the shard`];
  expect(await roster()).toMatchObject({ different: 1, put: 0, named });
  expect(await roster(true)).toMatchObject({ different: 1, put: 1 });
  expect(await roster()).toMatchObject({ different: 0, busy: 0 });
  expect(await listed(ada)).toEqual(before);
  expect((await known(ada)).candidate).toEqual(candidate);
  expect(await here.anomalies()).toEqual([]);
});

test("who has not confirmed and is listed all the same, is in no roster afterwards", async () => {
  const email = `bea${here.clock.ms()}@example.org`;
  await signUp(here, email);
  const bea = await whose(email);
  const facts = JSON.stringify({ ...(await listed(ada)), candidateId: bea });
  await entities.candidate.patch({ candidateId: bea }).set({ facts, roster: "01", listedAt: "2026" }).go();
  expect(await listed(bea)).toBeDefined();
  expect((await roster(true)).put).toBe(1);
  expect(await listed(bea)).toBeUndefined();
  expect((await roster()).different).toBe(0);
});

test("who changes while she is listed anew, is as she changed", async () => {
  await astray({ city: "Leipzig" });
  const listing = ({ name, text }: { name: string; text: string }) =>
    name === "TransactWriteItemsCommand" && text.includes("listedAt") && text.includes(ada);
  const meanwhile = async (send: () => Promise<unknown>) => {
    await as("recruiter", () => Candidate.tagMany({ candidateIds: [ada], add: ["alumni"] }));
    return send();
  };
  expect((await intercept(listing, meanwhile, () => roster(true))).status).toBe("fulfilled");
  expect(await listed(ada)).toMatchObject({ tags: ["alumni"] });
  expect(await listed(ada)).not.toHaveProperty("city");
  expect((await roster()).different).toBe(0);
});

test("who leaves, changing profile and gate in one, is never taken for somebody who differs", async () => {
  const scanned = ({ name }: { name: string }) => name === "ScanCommand";
  const after = async (send: () => Promise<unknown>) => {
    const page = await send();
    await leave(ada);
    return page;
  };
  const done = await intercept(scanned, after, () => roster());
  expect(done).toMatchObject({ status: "fulfilled", value: { different: 0 } });
});

test("a profile without its gate is named; nothing can be made of it", async () => {
  const { gate } = await known(ada);
  await entities.gate.delete({ candidateId: ada }).go();
  expect(await roster(true)).toMatchObject({ different: 1, put: 0, named: [`${ada}: she has no gate`] });
  await entities.gate.put(gate).go();
  expect((await roster()).different).toBe(0);
});

test("a permission to track that ran out with nobody touching her is no difference; one that was taken away is", async () => {
  const bea = await member(here, `bea${here.clock.ms()}@example.org`, { tracking: true });
  here.clock.forward(25 * 31 * 86_400_000);
  expect(await roster()).toMatchObject({ different: 0, named: [] });
  const { gate } = await known(bea);
  const { tracking: _, ...permissions } = gate.permissions;
  await entities.gate.patch({ candidateId: bea }).set({ permissions }).go();
  expect(await roster()).toMatchObject({ different: 1, named: [`${bea}: tracked`] });
});
