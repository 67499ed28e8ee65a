import { afterAll, beforeAll, expect, test } from "vitest";
import { mailsTo } from "./support/candidate.ts";
import { campaignPage, membersOf } from "./support/desk.ts";
import { join } from "./support/joined.ts";
import { expectFiguresEqualLog } from "./support/log.ts";
import { open } from "./support/organisation.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { applicant, ask, pass, steer } from "./support/steer.ts";
import { type World, world } from "./support/world.ts";

const HOUR = 3_600_000;

let here: World;
let ana: Recruiter;
let campaignId: string;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  campaignId = (await open(ana)).campaignId;
});
afterAll(() => here.end());

const stands = async () => (await campaignPage(ana, campaignId)).campaign;
const welcomes = async (name: string) =>
  (await mailsTo(here, applicant(name).email)).filter(({ subject }) => subject.startsWith("Welcome,"));
const memberNamed = async (name: string) =>
  (await membersOf(ana, campaignId)).find((member) => member.name === name);

test("a campaign is turned only as it was seen; a stale screen changes nothing", async () => {
  const before = await stands();
  const refused = { status: 409, body: { code: "changed.meanwhile" } };
  for (const turn of ["pause", "stop"] as const)
    expect(await ask(ana, campaignId, turn, before.revision - 1)).toMatchObject(refused);
  for (const turn of ["launch", "resume"] as const)
    expect(await ask(ana, campaignId, turn, before.revision)).toMatchObject(refused);
  expect(await stands()).toMatchObject({ state: "running", revision: before.revision, epoch: before.epoch });

  const both = await Promise.all([1, 2].map(() => ask(ana, campaignId, "pause", before.revision)));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(await stands()).toMatchObject({ state: "paused", revision: before.revision + 1 });
  await steer(here, campaignId, "resume");
});

test("who joins while it is paused has her place, and is written to once it goes on", async () => {
  await steer(here, campaignId, "pause");
  await join(here, applicant("Grace"));
  await pass(here, 30 * 60_000);
  expect(await welcomes("Grace")).toEqual([]);
  expect(await memberNamed("Grace")).toMatchObject({ stepId: "welcome", reason: { code: "entered.form" } });

  await steer(here, campaignId, "resume");
  await here.clock.settled();
  expect(await welcomes("Grace")).toHaveLength(1);
  expect(await memberNamed("Grace")).toMatchObject({ end: "finished", reason: { code: "sent" } });
});

test("a stop takes everybody out for good, and who joins later is not taken in", async () => {
  await steer(here, campaignId, "pause");
  await join(here, applicant("Mary"));
  await steer(here, campaignId, "stop");
  await join(here, applicant("Edith"));
  await pass(here, HOUR);
  expect(await welcomes("Mary")).toEqual([]);
  expect(await memberNamed("Mary")).toMatchObject({ end: "stopped.campaign" });
  expect(await memberNamed("Edith")).toBeUndefined();
  ana = await signIn(here, "ana");
  expect(await ask(ana, campaignId, "resume", (await stands()).revision)).toMatchObject({ status: 409 });
  expect(here.services.workflows.executions().filter(({ status }) => status === "RUNNING")).toEqual([]);
  await expectFiguresEqualLog(here);
});
