import type { Page } from "playwright-core";
import type { Visit } from "./visit.ts";

/** Adds a line to the segment's rule by typing what it is about. */
async function adds(page: Page, typed: string): Promise<void> {
  await page.getByRole("button", { name: "Add a condition" }).click();
  await page.locator('input[placeholder^="A fact or a value"]:focus').fill(typed);
  const offers = page.getByRole("listbox", { name: "Facts and values" });
  await offers.getByRole("option", { name: typed }).first().click();
  await page.locator(".rule-value", { hasText: typed }).waitFor();
  await offers.waitFor({ state: "hidden" });
}

const says = (page: Page, number: string) =>
  page.locator(".segment-number").getByText(number, { exact: true }).waitFor();

export interface Counted {
  readonly match: number;
  readonly mayWrite: number;
}

/** She asks for people of a fair who live in one city; the number settles to the exact one, the ladder as predicted. */
export async function segments({ page, axe }: Visit, { match, mayWrite }: Counted): Promise<void> {
  await page.getByRole("link", { name: "Segments" }).first().click();
  await page.getByRole("button", { name: "New segment" }).click();
  await page.getByRole("textbox", { name: "Name of the segment" }).fill("Fair, Leipzig");
  await adds(page, "Messe 2025");
  await adds(page, "Leipzig");
  await says(page, String(match));
  await page.getByText(`${match - mayWrite} may not be written to`).waitFor();
  await axe();
  await page.getByRole("button", { name: "Save segment" }).click();
  await page.waitForURL(/\/segments\/seg_/);
}

/** She writes a mail in both languages. */
export async function writes({ page }: Visit, name: string, link: string): Promise<void> {
  await page.getByRole("link", { name: "Templates" }).first().click();
  await page.getByRole("button", { name: "New template" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  for (const [language, hello] of [
    ["English", "Hello"],
    ["German", "Guten Tag"],
  ] as const) {
    await page.getByRole("tab", { name: language }).click();
    await page.getByRole("textbox", { name: "Subject" }).fill(`${name}, {{ first_name }}`);
    await page.getByRole("textbox", { name: "Text" }).fill(`${hello} {{ name }},\n\n[${name}](${link})`);
  }
  const saved = page.waitForResponse((response) => response.request().method() === "POST" && response.ok());
  await page.getByRole("button", { name: "Save template" }).click();
  await saved;
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

const mails = async (page: Page, template: string) => {
  await page.getByRole("combobox", { name: "Template" }).click();
  await page.getByRole("option", { name: template }).click();
};

/** Mail, three business days, branch on the click, one mail a path, a week, a mail. */
export async function builds({ page, axe }: Visit, [first, warm, quiet]: readonly string[]): Promise<void> {
  await page.getByRole("link", { name: "Segments" }).first().click();
  await page.getByRole("link", { name: "Fair, Leipzig" }).click();
  await page.getByRole("button", { name: "Use in campaign" }).click();
  await page.getByRole("textbox", { name: "Name of the campaign" }).fill("Spring letters");
  await mails(page, first ?? "");
  await page.getByRole("button", { name: `Mail “${first}”` }).click();
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Wait", exact: true }).click();
  await page.getByLabel("How long").fill("3");
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Branch", exact: true }).click();
  for (const [side, template] of [
    ["Yes", warm],
    ["No", quiet],
  ] as const) {
    const path = page.getByRole("region", { name: new RegExp(`^Branch: clicked .*: ${side}$`) });
    await path.getByRole("button", { name: "Add the first step here" }).click();
    await path.getByRole("button", { name: "Mail", exact: true }).click();
    await mails(page, template ?? "");
  }
  await page.getByRole("button", { name: /^Branch: clicked/ }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Wait", exact: true }).click();
  await page.getByLabel("How long").fill("7");
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Mail", exact: true }).click();
  await mails(page, first ?? "");
  await axe();
  await page.getByRole("button", { name: "Create draft" }).click();
  await page.getByText("Saved", { exact: false }).first().waitFor();
}
