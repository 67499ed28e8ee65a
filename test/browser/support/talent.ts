import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Visit } from "./visit.ts";

const rows = (page: Page) => page.locator("tbody tr");
const found = (page: Page, words: string) =>
  page.getByRole("status").getByText(words, { exact: true }).waitFor();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "");

/** Words and a filter narrow the list; the address holds both, so that loading it again shows the same. */
export async function finds({ page, axe }: Visit): Promise<void> {
  await found(page, "300 people");
  await page.keyboard.press("/");
  await page.keyboard.type("icu");
  await found(page, "30 people");
  await page.locator("summary", { hasText: "City" }).click();
  await page.getByRole("checkbox", { name: /Leipzig/ }).check();
  await found(page, "10 people");
  await page.reload();
  await found(page, "10 people");
  await axe();
}

/** Three are selected and tagged; the undo takes the tag from exactly those. */
export async function tags({ page, axe }: Visit): Promise<void> {
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("Shift+J");
  await page.keyboard.press("Shift+J");
  await page.getByRole("region", { name: "Selected people" }).getByText("3 people").waitFor();
  await axe();
  await page.keyboard.press("t");
  await page.getByRole("dialog").waitFor();
  await page.keyboard.type("fair,");
  await page.keyboard.press("Control+Enter");
  await page.getByText("Tagged 3 people “fair”.").waitFor();
  const tagged = page.getByRole("checkbox", { name: /^fair 3$/ });
  await tagged.waitFor();
  await page.keyboard.press("z");
  await tagged.waitFor({ state: "detached" });
  await page.keyboard.press("Escape");
  await page.getByRole("region", { name: "Selected people" }).waitFor({ state: "detached" });
}

/** Space opens the person beside the list, which goes on walking; escape closes. */
export async function peeks({ page, axe }: Visit): Promise<void> {
  await page.keyboard.press("Space");
  const peek = page.getByRole("complementary", { name: "Beside the list" });
  await peek.getByRole("heading", { name: await focused(page), exact: true }).waitFor();
  await page.keyboard.press("j");
  await peek.getByRole("heading", { name: await focused(page), exact: true }).waitFor();
  await page.locator('[aria-busy="true"]').waitFor({ state: "detached" });
  await axe();
  await page.keyboard.press("Escape");
  await peek.waitFor({ state: "detached" });
}

/** Far down the list somebody is opened; both ways back lead to her row. */
export async function returns({ page }: Visit): Promise<void> {
  await page.getByRole("button", { name: "Show everybody" }).click();
  await found(page, "300 people");
  for (let row = 0; row < 30; row++) await page.keyboard.press("j");
  const name = await focused(page);
  const atRow = () => page.waitForFunction((wanted) => document.activeElement?.textContent === wanted, name);
  const opened = () => page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  await page.keyboard.press("Enter");
  await opened();
  await page.keyboard.press("]");
  await page.keyboard.press("[");
  await opened();
  await page.keyboard.press("g");
  await page.keyboard.press("l");
  await atRow();
  expect(await rows(page).count()).toBeLessThan(80);
  await page.keyboard.press("Enter");
  await opened();
  await page.goBack();
  await atRow();
}

/** A note, a reply taken back, a fact changed and changed back; on a phone the facts are behind their tab. */
export async function acts({ page, axe }: Visit, name: string): Promise<void> {
  await page.getByRole("searchbox", { name: "Search people" }).fill(name);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  const line = (words: string) => page.getByRole("listitem").filter({ hasText: words });
  await page.getByRole("button", { name: /^Note or task/ }).click();
  await page.getByRole("textbox", { name: "Note" }).fill("Moves to Leipzig in March.");
  await page.getByRole("button", { name: "Save note" }).click();
  await line("Moves to Leipzig in March.").waitFor();

  await page.getByRole("button", { name: "They replied" }).click();
  await line("Replied").waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await line("Replied").waitFor({ state: "detached" });

  const facts = page.getByRole("button", { name: "Facts", exact: true });
  if (await facts.isVisible()) await facts.click();
  await page.getByRole("button", { name: /Title: Nurse/ }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Head nurse");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Title: Head nurse/ }).waitFor();
  await axe();
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: /Title: Nurse/ }).waitFor();
}
