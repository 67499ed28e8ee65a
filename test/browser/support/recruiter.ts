import type { Page } from "playwright-core";
import { expect } from "vitest";
import { acme } from "../../flows/support/organisation.ts";
import type { World } from "../../flows/support/world.ts";
import type { Visit } from "./visit.ts";

/** She signs in as one of the people of this machine and stands where she wanted to go. */
export async function signsIn({ page }: Visit, { siteUrl }: World, path = "/"): Promise<void> {
  await page.goto(`${siteUrl}${path}`);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: /Ana/ }).click();
  await page.waitForURL(`${siteUrl}${path}`);
}

const textbox = (page: Page, name: string) => page.getByRole("textbox", { name });

/** The first-run page: who asks, who writes, where people read how their data is handled. */
export async function setsUp({ page, axe }: Visit): Promise<void> {
  await textbox(page, "Organisation").fill(acme.name);
  await textbox(page, "Postal address").fill(acme.postalAddress);
  await textbox(page, "Privacy notice").fill(acme.privacyUrl);
  await textbox(page, "Imprint").fill(acme.imprintUrl);
  await textbox(page, "Privacy e-mail").fill(acme.privacyEmail);
  await textbox(page, "Sender name").fill(acme.senderName);
  await textbox(page, "Sender address").fill(acme.senderEmail);
  await page.getByRole("checkbox", { name: "German" }).check();
  await axe();
  const saved = page.waitForResponse((response) => response.request().method() === "PUT" && response.ok());
  await page.getByRole("button", { name: "Save settings" }).click();
  await saved;
}

/** She makes the starter mail lead to her own site, in both languages, and sees it in the preview. */
export async function edits({ page, axe }: Visit, { siteUrl }: World): Promise<void> {
  await page.getByRole("link", { name: "Templates" }).first().click();
  await page.getByRole("link", { name: "Welcome", exact: true }).click();
  for (const language of ["English", "German"]) {
    await page.getByRole("tab", { name: language }).click();
    const text = textbox(page, "Text");
    await text.fill((await text.inputValue()).replace("https://acme.example/", `${siteUrl}/join`));
  }
  await page.frameLocator("iframe").getByText("Ada").first().waitFor();
  // While a newer preview is on its way the old one is dimmed.
  await page.locator('[aria-busy="true"]').waitFor({ state: "detached" });
  await axe();
  const saved = page.waitForResponse((response) => response.request().method() === "PUT" && response.ok());
  await page.getByRole("button", { name: "Save template" }).click();
  await saved;
}

/** She looks at the welcome campaign, reads what a launch would do, launches, and does not wait the ten minutes. */
export async function launches({ page, axe }: Visit): Promise<void> {
  await page.getByRole("link", { name: "Campaigns" }).first().click();
  await page.getByRole("link", { name: /Welcome/ }).click();
  const review = page.getByRole("button", { name: "Launch…" });
  await review.waitFor();
  await axe();
  await review.click();
  const launch = page.getByRole("button", { name: "Launch", exact: true });
  await launch.waitFor();
  await axe();
  await launch.click();
  const now = page.getByRole("button", { name: "Start now" });
  await now.waitFor();
  await axe();
  await now.click();
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
}

/** She pauses and goes on; each asks once more, and leaving the question brings her back to its button. */
export async function pausesAndResumes({ page, axe }: Visit): Promise<void> {
  const pause = page.getByRole("button", { name: "Pause", exact: true });
  await pause.click();
  await page.getByRole("dialog").waitFor();
  await axe();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  expect(await pause.evaluate((button) => button === document.activeElement)).toBe(true);
  for (const [act, next] of [
    ["Pause", "Resume"],
    ["Resume", "Pause"],
  ] as const) {
    await page.getByRole("button", { name: act, exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: act }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("button", { name: next, exact: true }).waitFor();
  }
}
