import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { csvLine } from "../../packages/core/csv.ts";
import { membersOf } from "../flows/support/desk.ts";
import { begin, importPage, mapFile } from "../flows/support/import.ts";
import { linkOf, welcomed } from "../flows/support/joined.ts";
import { open } from "../flows/support/organisation.ts";
import { type Recruiter, signIn } from "../flows/support/recruiter.ts";
import { eventually, type World, world } from "../flows/support/world.ts";
import { signsIn } from "./support/recruiter.ts";
import { visit } from "./support/visit.ts";

/** Markup that leaves a mark wherever it becomes more than words: an element, a script that ran, a request. */
const markup = (field: string) =>
  `${field}"'><b class=pwned>x</b><img src=x class=pwned onerror="window.pwned=1"><svg onload="window.pwned=1">`;
const script = "javascript:window.pwned=1";

let here: World;
let ana: Recruiter;
let campaignId: string;
let her: string;
let preferences: string;
let importId: string;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  ({ campaignId } = await open(ana));
  const email = "mallory@example.org";
  preferences = linkOf(
    await welcomed(here, { name: markup("Mallory"), email, interest: markup("interest") }),
    "preferences",
  );
  [{ candidateId: her } = { candidateId: "" }] = await membersOf(ana, campaignId);
  importId = await readsIn();
}, 60_000);
afterAll(() => here.end());

const COLUMNS = [
  "Name",
  "Email",
  "Phone",
  "LinkedIn",
  "Title",
  "Company",
  "City",
  "Skills",
  "Interests",
  "Tags",
  "Source",
  markup("column"),
];

/** Two rows of a file that somebody else filled in: one that is taken, one whose cells no field takes. */
async function readsIn(): Promise<string> {
  const cell = (field: string) => markup(field).replaceAll(",", " ");
  const words = COLUMNS.slice(4).map(cell);
  const taken = [cell("Trudy"), "trudy@example.org", "+49 341 1", "https://evil.example/?<img>", ...words];
  const refused = [cell("Craig"), markup("email"), markup("phone"), script, ...words];
  const bytes = Buffer.from([COLUMNS, taken, refused].map((line) => csvLine(line)).join(""));
  const file = { fileName: `${markup("file").replaceAll(/[/\\]/g, "")}.csv`, bytes };
  const { importId: opened, revision } = await mapFile(ana, file, { by: "none" });
  expect((await begin(ana, opened, revision)).status).toBe(200);
  await here.clock.settled();
  await eventually("the file is read in", async () => (await importPage(ana, opened)).state === "finished");
  return opened;
}

/** What the page did that words do not do. */
const deeds = (page: Page) =>
  page.evaluate(() => ({
    ran: "pwned" in window,
    elements: document.querySelectorAll(".pwned, [onerror], [onload], img[src='x']").length,
    links: [...document.querySelectorAll("[href], [src], [action]")].filter((one) =>
      ["href", "src", "action"].some((name) =>
        /^\s*(javascript|data:text)/i.test(one.getAttribute(name) ?? ""),
      ),
    ).length,
    stopped: (window as { stopped?: string[] }).stopped ?? [],
  }));
const NOTHING = { ran: false, elements: 0, links: 0, stopped: [] };

/** What the policy had to stop was markup already. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    const stopped: string[] = [];
    Object.assign(window, { stopped });
    addEventListener("securitypolicyviolation", ({ violatedDirective: what, blockedURI: of }) =>
      stopped.push(`${what} ${of}`),
    );
  });

test("whatever a candidate or a file says is words on every page a recruiter opens", () =>
  visit({ who: "recruiter", device: "desktop", locale: "en-US" }, async (seat) => {
    const { page } = seat;
    await watch(page);
    await signsIn(seat, here, "/talent");
    const { policy } = await page.evaluate(async () => ({
      policy: (await fetch(location.href)).headers.get("content-security-policy"),
    }));
    expect(policy).toContain("script-src 'self';");
    const pages: readonly (readonly [string, string])[] = [
      ["/talent", 'Mallory"'],
      [`/talent/${her}`, 'interest"'],
      [`/campaigns/${campaignId}`, "Welcome"],
      [`/campaigns/${campaignId}/people/${her}`, 'Mallory"'],
      ["/import", 'file"'],
      [`/import/${importId}`, 'file"'],
      ["/", "Mallory"],
    ];
    for (const [path, shown] of pages) {
      await page.goto(`${here.siteUrl}${path}`);
      await page.getByText(shown).first().waitFor();
      expect({ path, ...(await deeds(page)) }).toEqual({ path, ...NOTHING });
    }
  }));

test("were words to become markup, that would be seen here, and the policy would keep its scripts from running", () =>
  visit({ who: "recruiter", device: "desktop", locale: "en-US" }, async ({ page }) => {
    await watch(page);
    await page.goto(`${here.siteUrl}/talent`);
    await page.evaluate((html) => document.body.insertAdjacentHTML("beforeend", html), markup("x"));
    await expect
      .poll(async () => (await deeds(page)).stopped, { timeout: 5000 })
      .toContainEqual(expect.stringMatching(/^script-src/));
    const { ran, elements } = await deeds(page);
    expect({ ran, found: elements > 2 }).toEqual({ ran: false, found: true });
  }));

test("and on her own pages, with scripts allowed by nobody", () =>
  visit({ who: "candidate", device: "phone", locale: "en-US" }, async ({ page }) => {
    await watch(page);
    await page.goto(`${here.siteUrl}/join?lang=<b class=pwned>&step=<b class=pwned>`);
    await page.locator("#name").fill(markup("Mallory"));
    await page.locator("#interest").fill(markup("interest"));
    await page.locator("#email").fill("mallory@example.org");
    await page.locator("form").evaluate((form: HTMLFormElement) => form.submit());
    await page.getByRole("alert").waitFor();
    expect(await page.locator("#name").inputValue()).toBe(markup("Mallory"));
    expect(await deeds(page)).toEqual(NOTHING);
    await page.goto(preferences);
    expect(await deeds(page)).toEqual(NOTHING);
  }));
