import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { confirm, mail, mailsTo, signUp } from "./support/candidate.ts";
import { campaignPage, membersOf } from "./support/desk.ts";
import { lose } from "./support/harm.ts";
import { join } from "./support/joined.ts";
import { everything, expectFiguresEqualLog } from "./support/log.ts";
import { open } from "./support/organisation.ts";
import { ofKind } from "./support/recount.ts";
import { signIn } from "./support/recruiter.ts";
import { applicant, ask, pass, steer } from "./support/steer.ts";
import { type World, world } from "./support/world.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

let here: World;
let campaignId: string;
beforeAll(async () => {
  here = await world();
  campaignId = (await open(await signIn(here, "ana"))).campaignId;
});
afterEach(() => here.services.email.faults.clear());
afterAll(() => here.end());

/** The switches of the console's page "Faults". */
async function break_(fault: string, times?: number) {
  const body = JSON.stringify({ fault, ...(times ? { times } : {}) });
  expect((await fetch(`${here.consoleUrl}/api/faults`, { method: "PUT", body })).status).toBe(200);
}

/** Somebody joins, and SES begins to fail just before her welcome mail. */
async function joinWhile(name: string, fault: string, times?: number) {
  await signUp(here, applicant(name));
  await mail(here, applicant(name).email, /confirm/);
  await break_(fault, times);
  await confirm(here, applicant(name).email);
  await here.clock.settled();
}

/** Her welcome mails in the inbox, what the ledger says of them, and where she stands. */
async function told(name: string) {
  const mails = await mailsTo(here, applicant(name).email);
  const ana = await signIn(here, "ana");
  const [{ campaign }, members] = await Promise.all([
    campaignPage(ana, campaignId),
    membersOf(ana, campaignId),
  ]);
  const member = members.find((one) => one.name === name);
  const messages = ofKind(await everything(here), "message").filter(
    (one) => one.candidateId === member?.candidateId && one.class === "nurture",
  );
  return {
    arrived: mails.filter(({ subject }) => subject.startsWith("Welcome,")).length,
    states: messages.map(({ state }) => state),
    tries: messages.map(({ attempts }) => Number(attempts)),
    member,
    campaign,
  };
}

test.each([
  { fault: "rate", why: "too fast", goesOn: 20 * MINUTE },
  { fault: "quota", why: "the day's quota is used up", goesOn: 2 * HOUR },
  { fault: "paused", why: "sending is paused", goesOn: HOUR },
])(
  "SES says $why: the campaign holds, goes on by itself, and she gets one mail",
  async ({ fault, goesOn }) => {
    const name = `Held-${fault}`;
    await joinWhile(name, fault);
    await pass(here, HOUR);
    const held = await told(name);
    expect(held).toMatchObject({ arrived: 0, states: ["dropped"], campaign: { state: "running" } });
    expect(held.campaign.notBefore).toBeDefined();
    // It backs off: asking every few seconds would cost thousands of state transitions a day.
    expect(held.tries[0]).toBeLessThan(20);

    here.services.email.faults.clear();
    await pass(here, goesOn);
    expect(await told(name)).toMatchObject({
      arrived: 1,
      states: ["accepted"],
      member: { end: "finished", reason: { code: "sent" } },
    });
  },
);

test("SES rejects one mail: hers alone fails, and says so", async () => {
  await joinWhile("Rejected", "rejected", 1);
  await pass(here, HOUR);
  const end = { end: "finished", reason: { code: "failed.rejected" } };
  expect(await told("Rejected")).toMatchObject({ arrived: 0, states: ["rejected"], member: end });
  await joinWhile("After", "rate", 1);
  await pass(here, HOUR);
  expect(await told("After")).toMatchObject({ arrived: 1 });
});

test("SES never answered: after six hours the outcome stays unknown, and nothing is sent again", async () => {
  await joinWhile("Silence", "dropped", 1);
  expect(await told("Silence")).toMatchObject({
    states: ["sending"],
    member: { reason: { code: "waiting.ses" } },
  });
  await pass(here, 7 * HOUR);
  const end = { end: "finished", reason: { code: "unknown" } };
  expect(await told("Silence")).toMatchObject({ arrived: 0, states: ["unknown"], member: end });
});

test("SES took it but its answer was lost: its own report settles it", async () => {
  await joinWhile("Echo", "lost-response", 1);
  await pass(here, MINUTE);
  const end = { end: "finished", reason: { code: "sent" } };
  expect(await told("Echo")).toMatchObject({ arrived: 1, states: ["accepted"], member: end });
  await expectFiguresEqualLog(here);
});

test("a task that keeps failing marks the campaign failed; once mended, it is resumed and nobody is left out", async () => {
  await steer(here, campaignId, "pause");
  await join(here, applicant("Stuck"));
  const mend = await lose(here, "organisation");
  await steer(here, campaignId, "resume");
  await pass(here, HOUR);
  const ana = await signIn(here, "ana");
  const { campaign } = await campaignPage(ana, campaignId);
  expect(campaign).toMatchObject({ state: "failed", failure: expect.any(String) });
  const { body: home } = await ana.call("GET", "/v1/home");
  expect(home).toMatchObject({ running: [{ campaignId, state: "failed" }] });

  await mend();
  expect(await ask(ana, campaignId, "resume", campaign.revision)).toMatchObject({ status: 200 });
  await pass(here, MINUTE);
  expect(await told("Stuck")).toMatchObject({ arrived: 1, campaign: { state: "running" } });
  await expectFiguresEqualLog(here);
});
