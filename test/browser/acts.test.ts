import { afterAll, beforeAll, expect, test } from "vitest";
import { crowd, idOf } from "../flows/support/crowd.ts";
import { open } from "../flows/support/organisation.ts";
import { type Recruiter, signIn } from "../flows/support/recruiter.ts";
import { type World, world } from "../flows/support/world.ts";
import { signsIn } from "./support/recruiter.ts";
import { visit } from "./support/visit.ts";

const HOURS_MS = 3_600_000;
let here: World;
let ana: Recruiter;

/** Two who answered, one of them more than a day ago. */
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  await open(ana);
  await crowd(2);
  await ana.call("POST", `/v1/candidates/${idOf(0)}/replied`, {});
  await here.clock.moveTo(here.clock.ms() + 26 * HOURS_MS);
  await ana.call("POST", `/v1/candidates/${idOf(1)}/replied`, {});
});
afterAll(() => here.end());

const desk = { who: "recruiter", device: "desktop", locale: "en-US" } as const;

test("who waits too long is marked until somebody talked with her; both acts are a key", () =>
  visit(desk, async (seat) => {
    const { page, axe } = seat;
    await signsIn(seat, here, "/");
    const waits = page.getByText("waits for an answer");
    await waits.waitFor();
    await axe();
    await page.getByRole("link", { name: "Person 0" }).focus();
    await page.keyboard.press("c");
    await waits.waitFor({ state: "detached" });
    await page.keyboard.press("o");
    await page.getByText("Looked after by Ana").waitFor({ state: "attached" });
  }));

test("a note, an owner, a campaign for a row of the list; each gives the focus back to it", () =>
  visit(desk, async (seat) => {
    const { page, axe } = seat;
    await signsIn(seat, here, "/talent");
    const row = page.getByRole("link", { name: "Person 1" });
    await row.focus();
    for (const key of ["n", "o", "e"]) {
      await page.keyboard.press(key);
      await page.getByRole("dialog").waitFor();
      await axe();
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await row.evaluate((link) => link === document.activeElement)).toBe(true);
    }
    await page.keyboard.press("e");
    await page.getByRole("combobox", { name: "Campaign" }).click();
    await page.getByRole("option", { name: "Welcome" }).click();
    await page.getByRole("button", { name: "Put into the campaign" }).click();
    await page.getByText("Person 1 is in “Welcome” now.").waitFor();
    const { body } = await ana.call("GET", `/v1/candidates/${idOf(1)}`);
    expect(body).toMatchObject({ next: [{ campaignName: "Welcome" }] });
  }));
