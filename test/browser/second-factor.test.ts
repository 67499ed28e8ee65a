import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf, stepAt } from "../../packages/local/auth/totp.ts";
import { type World, world } from "../flows/support/world.ts";
import { signsIn } from "./support/recruiter.ts";
import { visit } from "./support/visit.ts";

let here: World;
beforeAll(async () => {
  here = await world();
});
afterAll(() => here.end());

const code = (page: Page) => page.getByRole("textbox", { name: /code/i });
const state = (page: Page, words: string) => page.getByRole("status").filter({ hasText: words }).waitFor();

test("she turns her second factor on, signs in with a code, and turns it off", () =>
  visit({ who: "recruiter", device: "desktop", locale: "en-US" }, async (seen) => {
    const { page, axe } = seen;
    await signsIn(seen, here);
    await page.getByRole("link", { name: "Talent" }).first().waitFor();
    await page.keyboard.press("g");
    await page.keyboard.press("a");
    await state(page, "Off.");
    await axe();
    await page.getByRole("button", { name: "Set up a second factor" }).press("Enter");
    await page.getByRole("img", { name: "The key as a picture" }).waitFor();
    const secret = (await page.locator(".secret").innerText()).replaceAll(" ", "");
    const now = stepAt(Date.now());
    await code(page).fill(codeOf(secret, now - 5));
    await code(page).press("Enter");
    await page.getByText("That code was not taken").waitFor();
    expect(await code(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await axe();
    await code(page).fill(codeOf(secret, now));
    await code(page).press("Enter");
    await state(page, "On.");
    await axe();

    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: /Ana/ }).click();
    await code(page).fill(codeOf(secret, now));
    await axe();
    await code(page).press("Enter");
    await page.getByRole("alert").waitFor();
    await axe();
    await code(page).fill(codeOf(secret, now + 1));
    await code(page).press("Enter");
    await page.waitForURL(`${here.siteUrl}/`);

    await page
      .getByRole("link", { name: "Account" })
      .or(page.getByRole("link", { name: "Ana" }))
      .click();
    await page.getByRole("button", { name: "Turn it off…" }).click();
    await axe();
    await page.getByRole("dialog").getByRole("button", { name: "Turn it off" }).click();
    await state(page, "Off.");
  }));
