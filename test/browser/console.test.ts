import { afterAll, beforeAll, expect, test } from "vitest";
import { mail } from "../flows/support/candidate.ts";
import { figures } from "../flows/support/desk.ts";
import { welcomed } from "../flows/support/joined.ts";
import { open } from "../flows/support/organisation.ts";
import { type Recruiter, signIn } from "../flows/support/recruiter.ts";
import { eventually, type World, world } from "../flows/support/world.ts";
import { visit } from "./support/visit.ts";

let here: World;
let ana: Recruiter;
const ada = { name: "Ada Lovelace", email: "ada@example.org", tracking: true };
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  await open(ana);
  await welcomed(here, ada);
});
afterAll(() => here.end());

test.each(["desktop", "phone"] as const)("every page of the console can be read on a %s", (device) =>
  visit({ who: "candidate", device, locale: "en-US" }, async ({ page, axe }) => {
    const { id, tags } = await mail(here, ada.email, /Welcome/);
    const trace = tags.trace?.[0];
    const pages = [
      "/",
      "/inbox",
      `/inbox/${id}`,
      "/executions",
      "/events",
      `/trace/${trace}`,
      "/dead-letters",
    ];
    for (const path of [...pages, "/clock"]) {
      await page.goto(`${here.consoleUrl}${path}`);
      await axe();
      expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(
        page.viewportSize()?.width ?? 0,
      );
    }
  }),
);

test("the operator clicks as she would, moves the clock, and unsubscribes as a mailbox would", () =>
  visit({ who: "candidate", device: "desktop", locale: "en-US" }, async ({ page }) => {
    const before = here.clock.ms();
    await page.goto(`${here.consoleUrl}/clock`);
    await page.getByRole("button", { name: "+1 day" }).click();
    await eventually("the clock has moved", async () => here.clock.ms() - before > 86_000_000);

    await page.goto(`${here.consoleUrl}/inbox`);
    await page.getByRole("link", { name: /Welcome/ }).click();
    await page.getByRole("button", { name: /One-click/i }).click();
    await eventually("she has left", async () => (await figures(ana)).left === 1);
    expect(await figures(ana)).toEqual({ people: 0, joined: 1, left: 1 });
  }));
