import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { campaign, enter, turn } from "./support/campaigns.ts";
import { as, furnish, known, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

/** What the log says of her, as the bus tells it. */
async function tell(type: string, candidateId: string) {
  const [stored] = (await here.items({ type, candidateId })).reverse();
  await as("system", () => Campaign.release({ type, stored: stored ?? {} }));
}

/** Somebody who waits in a campaign for a day. */
async function waiting(email: string) {
  const welcome = await campaign();
  const candidateId = await member(here, email);
  const reason = { code: "waited", inputs: {}, at: here.clock.iso() };
  const dueAt = new Date(here.clock.ms() + 86_400_000).toISOString();
  await Enrolment.move(await enter(candidateId, welcome), { kind: "wait", dueAt, reason });
  return { welcome, candidateId, dueAt };
}

test("she answered: her campaign ends, and taking it back takes it up where she stood", async () => {
  const { welcome, candidateId, dueAt } = await waiting("ada@example.org");
  const { actId } = await as("recruiter", () => Candidate.replied({ candidateId }));
  await tell("engagement.replied", candidateId);
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({
    end: "stopped.replied",
    reason: { inputs: { actId, stepId: "hello", visit: 0, dueAt } },
  });
  expect((await Gate.read(candidateId))?.campaignId).toBeUndefined();

  await as("recruiter", () => Candidate.takeBack({ candidateId, actId }));
  for (let time = 0; time < 2; time++) await as("system", () => Campaign.resumeFor(candidateId, actId));
  const again = await Enrolment.read(candidateId, welcome);
  expect(again).toMatchObject({ stepId: "hello", dueAt, resumedAt: here.clock.iso() });
  expect(again.endedAt).toBeUndefined();
  expect((await Gate.read(candidateId))?.campaignId).toBe(welcome);
  expect(await here.items({ type: "enrolment.resumed", candidateId })).toHaveLength(1);

  // The first news comes once more: it is older than what was taken up.
  await tell("engagement.replied", candidateId);
  expect((await Enrolment.read(candidateId, welcome)).endedAt).toBeUndefined();
});

test("what was taken back before it was heard of ends nothing any more", async () => {
  const { welcome, candidateId } = await waiting("bea@example.org");
  const { actId } = await as("recruiter", () => Candidate.replied({ candidateId }));
  await as("recruiter", () => Candidate.takeBack({ candidateId, actId }));
  await as("system", () => Campaign.resumeFor(candidateId, actId));
  await tell("engagement.replied", candidateId);
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({ stepId: "hello" });
});

test("who ends once more after that is told by an entry of its own", async () => {
  const { welcome, candidateId } = await waiting("cleo@example.org");
  const { actId } = await as("recruiter", () => Candidate.replied({ candidateId }));
  await tell("engagement.replied", candidateId);
  await as("system", () => Campaign.resumeFor(candidateId, actId));
  here.clock.forward(1000);
  await as("recruiter", () => Candidate.replied({ candidateId }));
  await tell("engagement.replied", candidateId);
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({ end: "stopped.replied" });
  expect(await here.items({ type: "enrolment.ended_again", candidateId })).toMatchObject([
    { data: { end: "stopped.replied" } },
  ]);
});

test("a stopped campaign is not taken up again", async () => {
  const { welcome, candidateId } = await waiting("dora@example.org");
  const { actId } = await as("recruiter", () => Candidate.replied({ candidateId }));
  await tell("engagement.replied", candidateId);
  await turn(welcome, "stop");
  await as("system", () => Campaign.resumeFor(candidateId, actId));
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({ end: "stopped.replied" });
});

test.each([
  ["bounce", "stopped.bounced"],
  ["complaint", "stopped.unsubscribed"],
] as const)("after a %s she is out: %s", async (reason, end) => {
  const { welcome, candidateId } = await waiting(`${reason}@example.org`);
  const { address } = await known(candidateId);
  await as("system", () => Candidate.suppress(address.addressHash, reason));
  await tell("candidate.suppressed", candidateId);
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({ end });
});

const doNotContact = (candidateId: string, on: boolean) =>
  as("recruiter", () => Candidate.doNotContact({ candidateId, on }));

test("a colleague's word that nobody writes to her ends them as well, and lifting it later starts nothing", async () => {
  const { welcome, candidateId } = await waiting("emma@example.org");
  for (const on of [true, false]) {
    await doNotContact(candidateId, on);
    here.clock.forward(1000);
    await tell("candidate.do_not_contact", candidateId);
  }
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({
    end: "stopped.unsubscribed",
    reason: { inputs: { by: "do_not_contact" } },
  });
});

test("that word taken back lifts it and takes her campaigns up where she stood, once", async () => {
  const { welcome, candidateId, dueAt } = await waiting("fay@example.org");
  const { actId = "" } = await doNotContact(candidateId, true);
  await tell("candidate.do_not_contact", candidateId);
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({ end: "stopped.unsubscribed" });
  for (let time = 0; time < 2; time++) {
    await as("recruiter", () => Candidate.takeBack({ candidateId, actId }));
    await as("system", () => Campaign.resumeFor(candidateId, actId));
  }
  expect(await Gate.read(candidateId)).toMatchObject({ doNotContact: false, campaignId: welcome });
  const again = await Enrolment.read(candidateId, welcome);
  expect(again).toMatchObject({ stepId: "hello", dueAt });
  expect(again.endedAt).toBeUndefined();
  expect((await Candidate.everybody()).find((one) => one.candidateId === candidateId)?.stop).toBeUndefined();
  expect(await here.items({ type: "candidate.taken_back", candidateId })).toHaveLength(1);
});

test.each([
  ["taken back", (candidateId: string, actId: string) => Candidate.takeBack({ candidateId, actId })],
  ["lifted", (candidateId: string) => Candidate.doNotContact({ candidateId, on: false })],
])("that word, %s before it was heard of, ends nothing any more", async (how, undo) => {
  const { welcome, candidateId } = await waiting(`${how.replace(" ", "-")}@example.org`);
  const { actId = "" } = await doNotContact(candidateId, true);
  const [stored = {}] = await here.items({ type: "candidate.do_not_contact", candidateId });
  await as("recruiter", () => undo(candidateId, actId));
  await as("system", () => Campaign.resumeFor(candidateId, actId));
  await as("system", () => Campaign.release({ type: "candidate.do_not_contact", stored }));
  expect((await Enrolment.read(candidateId, welcome)).endedAt).toBeUndefined();
});

test("only the word that holds now can be taken back", async () => {
  const { candidateId } = await waiting("gil@example.org");
  const { actId: first = "" } = await doNotContact(candidateId, true);
  await doNotContact(candidateId, false);
  await doNotContact(candidateId, true);
  await expect(
    as("recruiter", () => Candidate.takeBack({ candidateId, actId: first })),
  ).rejects.toMatchObject({ code: "candidate.act_overtaken" });
  expect(await Gate.read(candidateId)).toMatchObject({ doNotContact: true });
});
