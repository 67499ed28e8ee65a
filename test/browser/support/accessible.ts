import axe from "axe-core";
import type { BrowserContextOptions, Page } from "playwright-core";
import { browser } from "./browser.ts";

/** WCAG 2.2 AA; mails are held to it alone, because landmarks belong to the program that shows them. */
export const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Fails when axe finds a violation of WCAG 2.2 AA, or of its best practice, in the page as it stands. */
export async function accessible(page: Page, standards = [...WCAG, "best-practice"]): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(look, standards);
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((it) => it.html).join("\n  ")}`,
  );
  if (found.length) throw new Error(`axe on ${page.url()}\n${found.join("\n")}`);
}

/** Runs in the page. The preview of a mail is a frame without scripts, where axe would wait for ever; mails are pages of their own. */
async function look(standards: string[]): Promise<axe.Result[]> {
  const { axe: here } = globalThis as unknown as { axe: typeof axe };
  const found = await here.run(
    { exclude: ["iframe"] },
    { runOnly: standards, iframes: false, resultTypes: ["violations"] },
  );
  return found.violations;
}

/**
 * The same for a page without scripts, where axe cannot run: the markup as it stands is shown at the same address in a
 * page with scripts. The server is not asked again, which could show something else.
 */
export async function accessibleCopy(page: Page, settings: BrowserContextOptions): Promise<void> {
  const body = await page.content();
  const context = await (await browser()).newContext(settings);
  try {
    const copy = await context.newPage();
    await copy.route(page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body }));
    await copy.goto(page.url());
    await accessible(copy);
  } finally {
    await context.close();
  }
}
