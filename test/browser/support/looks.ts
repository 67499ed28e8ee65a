import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Counts } from "../../flows/support/recount.ts";
import type { Visit } from "./visit.ts";

/** She walks through the app; what it says is what the log says. */
export async function looks({ page, axe }: Visit, counted: Record<string, Counts>): Promise<void> {
  const { joined = 0, left = 0 } = counted["organisation all"] ?? {};
  await page.getByRole("link", { name: "Ada phone en Plain" }).first().waitFor();
  await axe();
  expect(await words(page)).toMatch(
    new RegExp(`people\\s+${joined - left}\\s+joined\\s+${joined}\\s+left\\s+${left}`),
  );

  await page.getByRole("link", { name: "Talent" }).first().click();
  await page.getByRole("link", { name: "Ada phone de Plain" }).first().waitFor();
  await axe();
  await page.getByRole("link", { name: "Ada phone de Plain" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Ada phone de Plain" }).waitFor();
  expect(await words(page)).toMatch(/Yes, job news until/);
  await axe();

  await page.getByRole("link", { name: "Campaigns" }).first().click();
  await page.getByRole("link", { name: /Welcome/ }).click();
  await page.getByRole("heading", { level: 1, name: /Welcome/ }).waitFor();
  await page
    .getByText(/delivered/i)
    .first()
    .waitFor();
  await axe();
  const campaign = Object.entries(counted).find(([scope]) => /^campaign\/[^/]+ all$/.test(scope))?.[1] ?? {};
  const said = await words(page);
  expect(said).toContain(`${campaign.clickedHuman} of ${campaign.deliveredTracked}`);
}

const words = (page: Page) => page.locator("main").innerText();
