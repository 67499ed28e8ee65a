import { afterAll, beforeAll, expect, test } from "vitest";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import type { Person } from "../../packages/core/candidate/views.ts";
import type { Home } from "../../packages/core/home/home.view.ts";
import { confirm, mail, mailsTo, signUp } from "./support/candidate.ts";
import { campaignPage, personNamed } from "./support/desk.ts";
import { launch, settle, template } from "./support/launch.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { eventually, type World, world } from "./support/world.ts";

const DAY = 86_400_000;
const EMAIL = "ada@example.org";

let here: World;
let ana: Recruiter;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  await settle(ana);
  await signUp(here, { name: "Ada Lovelace", email: EMAIL });
  await confirm(here, EMAIL);
});
afterAll(() => here.end());

const letter = (stepId: string, templateId: string): Step => ({
  stepId,
  kind: "email",
  templateId,
  hours: "any",
});

test("one key stops her campaigns when she answers, and the same way back they go on where they were", async () => {
  const [first, second] = [await template(ana, "first"), await template(ana, "second")];
  const pause: Step = { stepId: "pause", kind: "wait", unit: "days", amount: 3 };
  const campaignId = await launch(ana, "Story", [letter("first", first), pause, letter("second", second)]);
  await mail(here, EMAIL, /first/);
  const { candidateId } = await personNamed(ana, "Ada Lovelace");
  const page = async () => (await ana.call<Person>("GET", `/v1/candidates/${candidateId}`)).body;
  const onHerWay = async () => (await page()).next.find(({ stepId }) => stepId !== "first");
  const before = await eventually("the first mail is behind her", onHerWay);

  const noted = await ana.call<{ actId: string }>("POST", `/v1/candidates/${candidateId}/replied`, {});
  expect(noted.status).toBe(200);
  expect(await page()).toMatchObject({ next: [], replied: { actId: noted.body.actId } });
  const stopped = async () => (await campaignPage(ana, campaignId)).people.stopped;
  await eventually("the campaign counts her out", async () => (await stopped())["stopped.replied"] === 1);
  const { body: home } = await ana.call<Home>("GET", "/v1/home");
  expect(home.warm[0]).toMatchObject({ candidateId, type: "engagement.replied" });

  await ana.call("POST", `/v1/candidates/${candidateId}/replied/${noted.body.actId}/undo`, {});
  const again = await eventually("she is in it again", async () => {
    const { next } = await page();
    return next.length > 0 && next;
  });
  expect(again[0]).toMatchObject({ campaignId, stepId: before.stepId, dueAt: before.dueAt });
  await here.clock.moveTo(here.clock.ms() + 4 * DAY);
  await mail(here, EMAIL, /second/);
  expect((await mailsTo(here, EMAIL)).filter(({ subject }) => /first|second/.test(subject))).toHaveLength(2);
});
