import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { crowd } from "../core/support/crowd.ts";
import { acme } from "../flows/support/organisation.ts";
import { signIn } from "../flows/support/recruiter.ts";
import { type World, world } from "../flows/support/world.ts";
import { signsIn } from "./support/recruiter.ts";
import { visit } from "./support/visit.ts";

let here: World;
beforeAll(async () => {
  here = await world();
  await (await signIn(here, "ana")).call("PUT", "/v1/organisation", { ...acme, revision: 0 });
  const nurse = (city: string) => ({ profile: { interests: ["Nursing"], city } });
  await crowd([
    ...Array.from({ length: 12 }, () => nurse("Leipzig")),
    ...Array.from({ length: 5 }, () => nurse("Porto")),
    ...Array.from({ length: 3 }, () => ({ ...nurse("Leipzig"), hasAddress: false })),
    ...Array.from({ length: 20 }, () => ({ profile: { interests: ["Care"], city: "Leipzig" } })),
  ]);
});
afterAll(() => here.end());

const desk = { who: "recruiter", device: "desktop", locale: "en-US" } as const;
const phone = { who: "recruiter", device: "phone", locale: "en-US" } as const;

const says = (page: Page, number: string) =>
  page.locator(".segment-number").getByText(number, { exact: true }).waitFor();
/** Types into the list that is open, once it takes the keys. */
const finds = async (page: Page, words: string) => {
  await page.locator("input.mantine-Combobox-search:focus").fill(words);
  await page.keyboard.press("Enter");
};
const reads = (page: Page, sentence: string) => page.getByText(sentence, { exact: true }).waitFor();

test("a recruiter writes a segment by the keys alone, and nothing of it is lost", () =>
  visit(desk, async (seat) => {
    const { page, axe } = seat;
    await signsIn(seat, here, "/segments/new");
    await says(page, "40");
    const add = page.getByRole("button", { name: "Add a condition" });
    await add.waitFor();
    await page.keyboard.press("a");
    await finds(page, "nurs");
    await reads(page, "People who are interested in Nursing.");
    await says(page, "20");
    await add.focus();
    await page.keyboard.press("a");
    await finds(page, "city");
    await page.locator('input[placeholder="Search"]:focus').waitFor();
    await finds(page, "leip");
    await page.keyboard.press("Escape");
    await says(page, "15");
    await page.getByText("−5", { exact: true }).waitFor();
    await axe();
    await page.keyboard.press("Alt+ArrowUp");
    await reads(page, "People who live in Leipzig and who are interested in Nursing.");
    await page.keyboard.press("Backspace");
    await reads(page, "People who are interested in Nursing.");
    await page.getByRole("button", { name: "Undo" }).waitFor();
    await page.keyboard.press("z");
    await reads(page, "People who live in Leipzig and who are interested in Nursing.");
    await page.reload();
    await says(page, "15");
    await page.getByRole("textbox", { name: "Name of the segment" }).fill("Nurses in Leipzig");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/\/segments\/seg_/);
  }));

test("the number opens its reasons, the people open beside it, and the segment leads into a campaign", () =>
  visit(desk, async (seat) => {
    const { page, axe } = seat;
    await signsIn(seat, here, "/segments");
    await page.getByText("15 people", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Nurses in Leipzig" }).click();
    await says(page, "15");
    await page.getByText("3 may not be written to").click();
    await page.getByText("3 have no address.").waitFor();
    await page.getByRole("region", { name: "Some of them" }).getByRole("link").first().click();
    await page.getByRole("complementary", { name: "Beside the list" }).waitFor();
    await page.keyboard.press("Escape");
    await axe();
    await page.getByRole("button", { name: "Use in campaign" }).click();
    await page.waitForURL(/\/campaigns\/new\?segmentId=seg_/);
  }));

test("on a phone the number stays on top while the rule is read", () =>
  visit(phone, async (seat) => {
    const { page, axe } = seat;
    await signsIn(seat, here, "/segments");
    await page.getByRole("link", { name: "Nurses in Leipzig" }).click();
    await says(page, "15");
    await axe();
    await page.getByRole("heading", { name: "Over twelve months" }).scrollIntoViewIfNeeded();
    const top = await page.locator(".segment-size").evaluate((size) => size.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(100);
  }));
