import { afterAll, beforeAll, expect, test } from "vitest";
import { act, confirm, mail, signUp } from "./support/candidate.ts";
import { open } from "./support/organisation.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { eventually, type World, world } from "./support/world.ts";

let here: World;
let ana: Recruiter;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
});
afterAll(() => here.end());

test("one person walks through every room, by HTTP alone", async () => {
  const { campaignId } = await open(ana);
  const joined = await signUp(here, { name: "Ada Lovelace", email: "ada@example.org", tracking: true });
  expect({ status: joined.status, body: await joined.json() }).toMatchObject({ status: 202 });
  expect((await confirm(here, "ada@example.org")).status).toBe(200);

  const welcome = await mail(here, "ada@example.org", /Welcome, Ada/);
  await here.clock.moveTo(here.clock.ms() + 60_000);
  await act(here, welcome, "open");
  const link = welcome.links.find(({ url }) => url === "https://acme.example/");
  await act(here, welcome, `click/${link?.n}`);

  const page = await eventually("the click on the campaign page", async () => {
    const { body } = await ana.call<{ figures: Record<string, number> }>(
      "GET",
      `/v1/campaigns/${campaignId}`,
    );
    return body.figures.clickedHuman === 1 && body;
  });
  expect(page).toMatchObject({
    people: { entered: 1, inside: 0, finished: 1, leftOut: 0, stopped: {} },
    figures: {
      accepted: 1,
      delivered: 1,
      deliveredTracked: 1,
      openedHuman: 1,
      clicksHuman: 1,
      clickedHuman: 1,
    },
  });
});
