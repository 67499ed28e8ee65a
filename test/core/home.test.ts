import { beforeAll, expect, test } from "vitest";
import { hold } from "../../packages/core/campaign/hold.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { ENDS_SOON } from "../../packages/core/facts/ending.ts";
import { Figures } from "../../packages/core/figures/index.ts";
import { Home } from "../../packages/core/home/index.ts";
import { entities } from "../../packages/core/service.ts";
import { Task } from "../../packages/core/task/index.ts";
import { searchOf } from "../../packages/web/src/talent/look.ts";
import { campaign, enter } from "./support/campaigns.ts";
import { as, furnish, leave, member } from "./support/people.ts";
import { granted, idOf, pool } from "./support/pool.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const home = () => as("recruiter", Home.home);
const inDays = (days: number) => new Date(here.clock.ms() + days * 86_400_000).toISOString();

/** What the link of that need asks the list for. */
const lookedAt = () => searchOf({ only: { permissionEnds: [ENDS_SOON] } });
const asking = { rule: () => Promise.reject(new Error("no segment")), sources: async () => new Map() };

/** Has the aggregator hear of everything in the log that it counts. */
const count = async () => {
  const events = await here.items({ __edb_e__: "event" });
  const told = events.map((detail) => ({ source: "perennial", type: String(detail.type), detail }));
  await as("system", () => Figures.count(told));
};

test("what waits for somebody: what is due for her or anybody, and permissions that end soon", async () => {
  const until = [inDays(-1), inDays(3), inDays(29), inDays(31)];
  await pool(until.map((end) => ({ gate: { permissions: granted(end) } })));
  const task = { candidateId: idOf(0), dueOn: inDays(0).slice(0, 10) };
  await as("recruiter", () => Task.set({ ...task, words: "Call" }));
  await as("admin", () => Task.set({ ...task, words: "Not hers" }));
  await as("recruiter", () => Task.set({ ...task, words: "Later", dueOn: inDays(2).slice(0, 10) }));
  const { needs } = await home();
  expect(needs).toEqual([
    expect.objectContaining({ kind: "task", words: "Call", name: "Person 0" }),
    { kind: "permission.ending", people: 2, first: inDays(3).slice(0, 10) },
  ]);
  const search = { ...lookedAt(), limit: 10 };
  const who = await as("recruiter", () => Candidate.search(asking)(search));
  expect(who.people.map(({ candidateId }) => candidateId).sort()).toEqual([idOf(1), idOf(2)].sort());
});

test("a reply is warm until it is taken back, and says who looks after her", async () => {
  const ada = await member(here, "ada@example.org", { name: "Ada" });
  here.clock.forward(1000);
  const { actId } = await as("recruiter", () => Candidate.replied({ candidateId: ada }));
  const warmest = async () => (await home()).warm[0];
  expect(await warmest()).not.toHaveProperty("waits");
  here.clock.forward(25 * 3_600_000);
  expect(await warmest()).toMatchObject({ type: "engagement.replied", waits: true });
  const talk = await as("recruiter", () => Candidate.contacted({ candidateId: ada }));
  expect(await warmest()).not.toHaveProperty("waits");
  await as("recruiter", () => Candidate.takeBack({ candidateId: ada, actId: talk.actId }));
  expect(await warmest()).toMatchObject({ name: "Ada", type: "engagement.replied" });
  await as("recruiter", () => Candidate.takeBack({ candidateId: ada, actId }));
  expect(await warmest()).toMatchObject({ name: "Ada", type: "candidate.joined" });
});

test("whoever was in the pool before she joined counts once; who leaves counts out; the days add up to it", async () => {
  const added = (candidateId: string) =>
    as("system", () => Candidate.Events.Added({ candidateId, importId: `imp_${"0".repeat(26)}` }));
  const told = [...(await Promise.all([added(idOf(0)), added(idOf(1))]))];
  for (const draft of told)
    await entities.event.create({ ...draft, candidateId: String(draft.candidateId) }).go();
  const joined = await as("system", () =>
    Candidate.Events.Joined({ candidateId: idOf(0), source: "form:x", known: true }),
  );
  await entities.event.create({ ...joined, candidateId: idOf(0) }).go();
  await leave(await member(here, "gone@example.org"));
  await count();
  await count();
  const { figures } = await home();
  // Two were added, of whom one joined; Ada and one more joined, of whom one left.
  expect(figures).toMatchObject({ people: 3, joined: 3, left: 1 });
  expect(figures.days).toHaveLength(30);
  expect(figures.days.at(-1)).toMatchObject({ people: 3 });
  expect(figures.days[0]).toMatchObject({ people: 0 });
});

test("campaigns that failed or that SES holds need somebody, and so do files with rejected rows", async () => {
  const [failed, held] = [await campaign(), await campaign()];
  const { epoch, run } = await Campaign.read(failed);
  await as("system", () => Campaign.fail(failed, { epoch, run }, "States.Timeout"));
  const until = new Date(here.clock.ms() + 600_000);
  await as("system", () => hold(held, until, "waiting.ses"));
  const importId = `imp_${"1".repeat(26)}`;
  const counts = { new: 3, updated: 0, unchanged: 0, rejected: 2 };
  const times = { createdAt: here.clock.iso(), finishedAt: here.clock.iso() };
  const file = { importId, fileName: "fair.csv", bytes: 1, state: "finished" as const, notes: [] };
  await entities.import.put({ ...file, ...times, by: { id: "x", name: "X" }, counts }).go();
  const { needs } = await home();
  expect(needs).toEqual(
    expect.arrayContaining([
      { kind: "campaign.failed", campaignId: failed, name: "Hello", failure: "States.Timeout" },
      {
        kind: "campaign.held",
        campaignId: held,
        name: "Hello",
        code: "waiting.ses",
        until: until.toISOString(),
      },
      { kind: "import", importId, fileName: "fair.csv", rejected: 2 },
    ]),
  );
  const seen = (await as("viewer", Home.home)).needs.map(({ kind }) => kind);
  expect(seen).not.toContain("import");
});

test("a campaign's line says who is looked at next and when", async () => {
  const campaignId = await campaign();
  await enter(await member(here, "next@example.org"), campaignId);
  const { running } = await home();
  const line = running.find((one) => one.campaignId === campaignId);
  expect(line).toMatchObject({ state: "running", next: { people: 1 } });
});
