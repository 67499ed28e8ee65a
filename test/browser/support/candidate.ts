import type { Page } from "playwright-core";
import { STRINGS } from "../../../packages/site/strings.ts";
import { type Mail, mail } from "../../flows/support/candidate.ts";
import { linkOf } from "../../flows/support/joined.ts";
import type { World } from "../../flows/support/world.ts";
import type { Visit } from "./visit.ts";

export interface Applicant {
  readonly name: string;
  readonly email: string;
  readonly language: "en" | "de";
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

/** She fills in the form as it comes, in her browser's language. */
export async function joins(
  { page, axe }: Visit,
  here: World,
  { name, email, language }: Applicant,
): Promise<void> {
  const words = STRINGS[language].join;
  await page.goto(`${here.siteUrl}/join`);
  await axe();
  await page.locator("#name").fill(name);
  await page.locator("#email").fill(email);
  await page.locator("#interest").fill("Theatre nursing");
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await here.clock.moveTo(here.clock.ms() + 5000);
  await button(page, words.button).click();
  await page.getByRole("heading", { level: 1, name: STRINGS[language].sent.title }).waitFor();
  await axe();
}

/** She opens the link of the mail, reads, and presses the button. */
export async function confirms(
  { page, axe }: Visit,
  here: World,
  { email, language }: Applicant,
): Promise<void> {
  await page.goto(linkOf(await mail(here, email, /confirm|bestätig/i), "confirm"));
  await axe();
  await button(page, STRINGS[language].confirm.button).click();
  await page.getByRole("heading", { level: 1, name: STRINGS[language].confirmed.title }).waitFor();
  await axe();
}

/** She reads the welcome mail and follows its button, in her own browser. */
export async function clicks({ page }: Visit, here: World, { email }: Applicant): Promise<Mail> {
  const welcome = await mail(here, email, /Welcome|Willkommen/);
  const link = welcome.links.find(({ tracked }) => tracked);
  if (!link) throw new Error("The welcome mail has no tracked link");
  await here.clock.moveTo(here.clock.ms() + 60_000);
  await page.goto(`${here.consoleUrl}/open/${welcome.id}.gif`);
  await page.goto(`${here.consoleUrl}/click/${welcome.id}/${link.n}`);
  return welcome;
}

/** She looks at her preferences, then ends the mails by the page of the link. */
export async function leaves({ page, axe }: Visit, welcome: Mail, { language }: Applicant): Promise<void> {
  await page.goto(linkOf(welcome, "preferences"));
  await page.getByRole("heading", { level: 1, name: STRINGS[language].preferences.title }).waitFor();
  await axe();
  await page.goto(linkOf(welcome, "unsubscribe"));
  await axe();
  await button(page, STRINGS[language].unsubscribe.button).click();
  await page.getByRole("heading", { level: 1, name: STRINGS[language].unsubscribed.title }).waitFor();
  await axe();
}

/** She deletes everything about her, which is asked once more. */
export async function erases({ page, axe }: Visit, welcome: Mail, { language }: Applicant): Promise<void> {
  await page.goto(linkOf(welcome, "preferences"));
  await button(page, STRINGS[language].preferences.eraseButton).click();
  await page.getByRole("heading", { level: 1, name: STRINGS[language].erase.title }).waitFor();
  await axe();
  await button(page, STRINGS[language].erase.button).click();
  await page.getByRole("heading", { level: 1, name: STRINGS[language].erased.title }).waitFor();
  await axe();
}
