import { beforeAll, expect, test } from "vitest";
import { Candidate, preferencesToken } from "../../packages/core/candidate/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { campaign, enter, work } from "./support/campaigns.ts";
import { as, furnish, leave, member, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

type Item = Record<string, unknown>;
const here = table();
beforeAll(furnish);

/** One item as DynamoDB has it, keys and all. */
async function raw(match: Item): Promise<Item> {
  const [item, ...more] = await here.items(match);
  if (!item || more.length > 0) throw new Error(`There are ${more.length + (item ? 1 : 0)} such items`);
  return item;
}
const indexKeys = (item: Item) =>
  Object.keys(item)
    .filter((name) => name.startsWith("gsi"))
    .sort();
const enrolment = (candidateId: string, campaignId: string) =>
  raw({ __edb_e__: "enrolment", candidateId, campaignId });

test("who is inside a campaign is in its due index, and in no ended one", async () => {
  const welcome = await campaign();
  const ada = await member(here, "ada@example.org");
  await enter(ada, welcome);
  const item = await enrolment(ada, welcome);
  expect(indexKeys(item)).toEqual(["gsi4pk", "gsi4sk"]);
  expect(String(item.gsi4sk)).toContain(String(item.dueAt).toLowerCase());
  expect(await here.rows("gsi4", item.gsi4pk)).toMatchObject([{ candidateId: ada }]);
});

test("who waits is found at her new time", async () => {
  const welcome = await campaign();
  const later = await member(here, "later@example.org");
  const dueAt = new Date(here.clock.ms() + 86_400_000).toISOString();
  const reason = { code: "held.missing_field", inputs: {}, at: here.clock.iso() };
  await Enrolment.move(await enter(later, welcome), { kind: "wait", dueAt, reason });
  const item = await enrolment(later, welcome);
  expect(indexKeys(item)).toEqual(["gsi4pk", "gsi4sk"]);
  expect(String(item.gsi4sk)).toContain(dueAt.toLowerCase());
});

test("who has ended is due never more: her due time and its key are gone, and with them her row", async () => {
  const welcome = await campaign();
  const done = await member(here, "done@example.org");
  await enter(done, welcome);
  const { gsi4pk } = await enrolment(done, welcome);
  await work(welcome);
  const item = await enrolment(done, welcome);
  for (const gone of ["dueAt", "stepId", "gsi4sk"]) expect(item).not.toHaveProperty(gone);
  expect(await here.rows("gsi4", gsi4pk)).toEqual([]);
  expect(await here.rows("gsi5", item.gsi5pk)).toMatchObject([{ candidateId: done, end: "finished" }]);
});

test("leaving by unsubscribing takes her out of the due index as well", async () => {
  const welcome = await campaign();
  const gone = await member(here, "gone@example.org");
  await enter(gone, welcome);
  const reason = { code: "stopped.unsubscribed", inputs: {}, at: here.clock.iso() };
  await as("system", () => Enrolment.endAll(gone, "stopped.unsubscribed", reason));
  const item = await enrolment(gone, welcome);
  expect(item).not.toHaveProperty("gsi4sk");
  expect(await here.rows("gsi4", item.gsi4pk)).toEqual([]);
});

test("whoever has not confirmed is in no list; who joined is in her shard of the roster, with her facts", async () => {
  await signUp(here, "pending@example.org");
  const pending = await whose("pending@example.org");
  expect(indexKeys(await raw({ __edb_e__: "candidate", candidateId: pending }))).toEqual([]);
  const joined = await raw({ __edb_e__: "candidate", candidateId: await member(here, "joined@example.org") });
  expect(indexKeys(joined)).toEqual(["gsi3pk", "gsi3sk"]);
  const listed = await here.rows("gsi3", joined.gsi3pk);
  expect(listed.map((row) => row.candidateId)).not.toContain(pending);
  expect(Object.keys(listed[0] ?? {}).sort()).toEqual([
    "__edb_e__",
    "__edb_v__",
    "candidateId",
    "facts",
    "gsi3pk",
    "gsi3sk",
    "pk",
    "sk",
  ]);
});

test("the erased are in no index", async () => {
  const erased = await member(here, "erased@example.org");
  const token = await preferencesToken(erased);
  await as("visitor", () => Candidate.erase({ token }));
  for (const item of await here.items({ candidateId: erased }))
    if (item.__edb_e__ !== "event") expect(indexKeys(item)).toEqual([]);
});

test("only what a person did herself is warm, only what a recruiter did is in the audit", async () => {
  const warm = await member(here, "warm@example.org");
  await leave(warm);
  const byType = async (type: string) => indexKeys(await raw({ candidateId: warm, type }));
  expect(await byType("candidate.joined")).toEqual(["gsi1pk", "gsi1sk"]);
  expect(await byType("consent.requested")).toEqual([]);
  expect(await byType("consent.withdrawn")).toEqual([]);
  expect(await byType("candidate.left")).toEqual([]);
  const written = await here.items({ type: "template.written" });
  for (const item of written) expect(indexKeys(item)).toEqual(["gsi2pk", "gsi2sk"]);
});

test("no name, address or answer is in any key", async () => {
  await member(here, "key@example.org", { name: "Keyname" });
  const keys = (await here.items({})).flatMap((item) =>
    Object.entries(item).flatMap(([name, value]) => (/(^|\d)[ps]k$/.test(name) ? [String(value)] : [])),
  );
  expect(keys.join("\n")).not.toMatch(/keyname|@|example\.org/i);
});

test("every index row has its item and every item its rows", async () => {
  expect(await here.anomalies()).toEqual([]);
});
