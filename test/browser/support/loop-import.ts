import { expect } from "vitest";
import type { PeopleFile } from "../../flows/support/people-file.ts";
import type { Visit } from "./visit.ts";

const LONG_MS = 120_000;
const number = (value: number) => value.toLocaleString("en-US");

/** She drops the file, reads what it is taken for, and imports it; every count is as predicted. */
export async function imports(
  { page, axe }: Visit,
  { fileName, bytes, expected }: PeopleFile,
): Promise<void> {
  const file = { name: fileName, mimeType: "text/csv", buffer: bytes };
  await page.getByLabel("CSV file").setInputFiles(file);
  await page.getByRole("heading", { level: 1, name: fileName }).waitFor();
  await page.getByText("Ignored: Interne Nummer.").waitFor();
  expect(await page.getByRole("radio", { name: /It differs by row/ }).isChecked()).toBe(true);
  const valid = expected.rows - expected.rejected;
  const button = page.getByRole("button", { name: `Import ${number(valid - expected.unchanged)} people` });
  await button.waitFor();
  await axe();
  await button.waitFor();
  const preview = await page.getByRole("complementary", { name: "What would come of it" }).innerText();
  for (const figure of [
    `rows in the file\\s+${number(expected.rows)}`,
    `can be taken\\s+${number(valid)}`,
    `without an address\\s+${number(expected.withoutAddress)}`,
    `about somebody above\\s+${number(expected.unchanged)}`,
  ])
    expect(preview).toMatch(new RegExp(figure));
  await button.click();
  await page.getByText("were not known before").waitFor({ timeout: LONG_MS });
  await axe();
  const main = await page.locator("main").innerText();
  for (const [kind, value] of [
    ["new", expected.new],
    ["updated", 0],
    ["unchanged", expected.unchanged],
    ["rejected", expected.rejected],
  ] as const)
    expect(main).toMatch(new RegExp(`${kind}\\s+${number(value)}\\s`));
}
