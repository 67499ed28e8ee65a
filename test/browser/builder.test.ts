import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { confirm, signUp } from "../flows/support/candidate.ts";
import { acme } from "../flows/support/organisation.ts";
import { type Recruiter, signIn } from "../flows/support/recruiter.ts";
import { type World, world } from "../flows/support/world.ts";
import { signsIn } from "./support/recruiter.ts";
import { tuesday } from "./support/tuesday.ts";
import { type Visit, visit } from "./support/visit.ts";

let here: World;
let ana: Recruiter;
let segmentId: string;

const NAMES = ["Ada", "Mira", "Lea", "Tomasz"];

const DAY_MS = 86_400_000;

beforeAll(async () => {
  here = await world();
  await here.clock.moveTo(tuesday(here.clock.ms()));
  ana = await signIn(here, "ana");
  await ana.call("PUT", "/v1/organisation", { ...acme, languages: ["en"], revision: 0 });
  for (const name of NAMES) {
    const email = `${name.toLowerCase()}@example.org`;
    await signUp(here, { name: `${name} Example`, email });
    await confirm(here, email);
  }
  for (const name of ["What we built", "Shall we talk", "A day on ward 7"])
    await ana.call("POST", "/v1/templates", { name, wordings: { en: { subject: name, body: "Hello" } } });
  const rule = { kind: "set", fact: "locale", op: "any_of", values: ["en"] };
  const made = await ana.call<{ segmentId: string }>("POST", "/v1/segments", { name: "English", rule });
  segmentId = made.body.segmentId;
  await here.clock.settled();
});
afterAll(() => here.end());

const desk = { who: "recruiter", device: "desktop", locale: "en-US" } as const;

test("a recruiter builds a campaign with a branch, looks at what it would do, and launches it", () =>
  visit(desk, async (seat) => {
    await signsIn(seat, here, `/campaigns/new?segmentId=${segmentId}`);
    await builds(seat);
    await looksAhead(seat);
    await launches(seat);
    await watches(seat);
  }));

const mails = async (page: Page, template: string) => {
  await page.getByRole("combobox", { name: "Template" }).click();
  await page.getByRole("option", { name: template }).click();
};

/** By the keys: a mail, a wait, a branch with a mail on each path. */
async function builds({ page, axe }: Visit): Promise<void> {
  await page.getByRole("textbox", { name: "Name of the campaign" }).fill("Spring letters");
  await mails(page, "What we built");
  await page.getByRole("button", { name: "Mail “What we built”" }).click();
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Wait", exact: true }).click();
  await page.getByLabel("How long").fill("4");
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.getByRole("button", { name: "Branch", exact: true }).click();
  for (const [side, template] of [
    ["Yes", "Shall we talk"],
    ["No", "A day on ward 7"],
  ] as const) {
    const path = page.getByRole("region", { name: new RegExp(`^Branch: clicked .*: ${side}$`) });
    await path.getByRole("button", { name: "Add the first step here" }).click();
    await path.getByRole("button", { name: "Mail", exact: true }).click();
    await mails(page, template);
  }
  await axe();
  await page.getByRole("button", { name: "Create draft" }).click();
  await page.getByRole("link", { name: "4 enter" }).waitFor();
  await page.getByRole("link", { name: "8 mails" }).waitFor();
}

/** The dry run names every decision; what is changed there is saved by itself. */
async function looksAhead({ page, axe }: Visit): Promise<void> {
  await page.keyboard.press("d");
  await page.getByRole("rowheader", { name: "Ada Example" }).waitFor();
  await axe();
  expect(await page.getByText("Not known, so the stated path was taken").count()).toBe(4);
  await page.getByRole("link", { name: "Back to the steps" }).click();
  await page.getByRole("button", { name: "Launch to 4 people…" }).click();
  await page.getByRole("button", { name: "Launch to 4 people", exact: true }).waitFor();
  await axe();
}

/** She launches, thinks again, and launches for good. */
async function launches({ page, axe }: Visit): Promise<void> {
  await page.getByRole("button", { name: "Launch to 4 people", exact: true }).click();
  await page.getByRole("button", { name: "Not yet: take it back" }).waitFor();
  await axe();
  await page.getByRole("button", { name: "Not yet: take it back" }).click();
  await page.getByRole("button", { name: "Launch to 4 people…" }).click();
  await page.getByRole("button", { name: "Launch to 4 people", exact: true }).click();
  await page.getByRole("button", { name: "Start now" }).click();
  await page.getByRole("button", { name: "Pause", exact: true }).waitFor();
}

/** Everybody got the first mail; a week later all stand at the end of the path of those of whom nothing is known. */
async function watches({ page, axe }: Visit): Promise<void> {
  await here.clock.settled();
  await page.getByText(/Healthy\. 4 of 4 people on their way/).waitFor();
  await page.getByRole("link", { name: /^4 people before: Branch/ }).click();
  await page.getByText(/^4 people, before branch: clicked/).waitFor();
  await axe();
  await here.clock.moveTo(here.clock.ms() + 8 * DAY_MS);
  await here.clock.settled();
  await page.getByText(/4 of 4 people finished|Finished\. 4 of 4 people/).waitFor();
  await page.getByRole("link", { name: "4 people finished" }).click();
  await page.getByRole("link", { name: "Ada Example" }).click();
  await page.getByText("Got 2 mails of this campaign.").waitFor();
  await axe();
}
