import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { World } from "../../flows/support/world.ts";
import type { Visit } from "./visit.ts";

const LONG_MS = 60_000;

export interface Planned {
  readonly enter: number;
  readonly leftOut: number;
  readonly mails: number;
}

/** The foot of the builder, the dry run and the launch page all tell the same plan; then she launches and does not wait. */
export async function launchesTo({ page, axe }: Visit, { enter, leftOut, mails }: Planned): Promise<void> {
  await page.getByRole("link", { name: `${enter} enter` }).waitFor({ timeout: LONG_MS });
  await page.getByRole("link", { name: new RegExp(`^${leftOut} left out`) }).waitFor();
  await page.getByRole("link", { name: `${mails} mails` }).waitFor();
  await page.getByRole("button", { name: `Launch to ${enter} people…` }).click();
  const launch = page.getByRole("button", { name: `Launch to ${enter} people`, exact: true });
  await launch.waitFor({ timeout: LONG_MS });
  await page.getByRole("heading", { name: `${leftOut} left out` }).waitFor();
  await axe();
  await launch.click();
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
}

/** She notes that somebody answered; her campaign ends at once. */
export async function notesReply({ page }: Visit, { siteUrl }: World, candidateId: string): Promise<void> {
  await page.goto(`${siteUrl}/talent/${candidateId}`);
  await page.getByRole("button", { name: "They replied" }).click();
  await page.getByRole("listitem").filter({ hasText: "Replied" }).first().waitFor();
}

const words = (page: Page) => page.locator("main").innerText();

/** What the campaign's page says, once all is over. */
export async function saysOf({ page, axe }: Visit, here: World, campaignId: string): Promise<string> {
  await page.goto(`${here.siteUrl}/campaigns/${campaignId}`);
  await page.getByText(/^Finished\. /).waitFor({ timeout: LONG_MS });
  await axe();
  return words(page);
}

/** Home and Talent say how many people there are. */
export async function countsPeople({ page }: Visit, { siteUrl }: World, people: number): Promise<void> {
  const said = people.toLocaleString("en-US");
  await page.goto(`${siteUrl}/`);
  await page.getByRole("region", { name: "Figures" }).waitFor();
  expect(await words(page)).toMatch(new RegExp(`people\\s+${said}\\s`));
  await page.goto(`${siteUrl}/talent`);
  await page
    .getByRole("status")
    .getByText(/people$/)
    .first()
    .waitFor();
}
