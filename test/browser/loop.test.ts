import { afterAll, beforeAll, expect, test } from "vitest";
import type { DryRun, LaunchPage } from "../../packages/core/campaign/launch.view.ts";
import type { Page } from "../../packages/core/campaign/views.ts";
import type { Why } from "../../packages/core/campaign/why.view.ts";
import { act, mail } from "../flows/support/candidate.ts";
import { join, linkOf } from "../flows/support/joined.ts";
import { expectFiguresEqualLog } from "../flows/support/log.ts";
import { acme } from "../flows/support/organisation.ts";
import { peopleFile } from "../flows/support/people-file.ts";
import { type Recruiter, signIn } from "../flows/support/recruiter.ts";
import { scaled } from "../flows/support/scale.ts";
import { applicant, pass } from "../flows/support/steer.ts";
import { type World, world } from "../flows/support/world.ts";
import { imports } from "./support/loop-import.ts";
import { countsPeople, launchesTo, notesReply, saysOf } from "./support/loop-run.ts";
import { builds, segments, writes } from "./support/loop-write.ts";
import { signsIn } from "./support/recruiter.ts";
import { tuesday } from "./support/tuesday.ts";
import { visit } from "./support/visit.ts";

const ROWS = scaled(5000, 840);
const DAY_MS = 86_400_000;
const desk = { who: "recruiter", device: "desktop", locale: "en-US" } as const;
const JOINERS = ["Ada", "Grace", "Mary", "Edith", "Rosa", "Marie"];

let here: World;
let ana: Recruiter;

beforeAll(async () => {
  here = await world();
  await here.clock.moveTo(tuesday(here.clock.ms()));
  ana = await signIn(here, "ana");
  await ana.call("PUT", "/v1/organisation", { ...acme, revision: 0 });
  await join(here, ...JOINERS.map(applicant));
  await bring();
});
afterAll(() => here.end());

/** Those who joined by the form are at the fair as well, as a recruiter notes. */
async function bring() {
  const { body } = await ana.call<{ people: { candidateId: string }[] }>(
    "POST",
    "/v1/candidate-searches",
    {},
  );
  for (const { candidateId } of body.people) {
    const { body: person } = await ana.call<{ revision: number }>("GET", `/v1/candidates/${candidateId}`);
    const facts = { city: "Leipzig", tags: ["Messe 2025"], revision: person.revision };
    expect(await ana.call("PUT", `/v1/candidates/${candidateId}`, facts)).toMatchObject({ status: 200 });
  }
}

/** Rows of the file that are tagged and live in Leipzig; all of them in Portugal, where legitimate interest is enough. */
const fair = Array.from({ length: ROWS }, (_, n) => n).filter((n) => n % 42 === 0 && n < ROWS - 10);
const writable = fair.filter((n) => Math.floor(n / 6) % 3 !== 2 && n % 100 >= 4);

test(
  "she brings five thousand people in, finds whom she means, writes and builds",
  () =>
    visit(desk, async (seat) => {
      await signsIn(seat, here, "/import");
      await imports(seat, peopleFile({ rows: ROWS, today: new Date(here.clock.ms()) }));
      const [match, mayWrite] = [fair.length + JOINERS.length, writable.length + JOINERS.length];
      await segments(seat, { match, mayWrite });
      for (const name of ["What we built", "Shall we talk", "A day on ward 7"])
        await writes(seat, name, `https://acme.example/${name.replaceAll(" ", "-").toLowerCase()}`);
      await builds(seat, ["What we built", "Shall we talk", "A day on ward 7"]);
    }),
  240_000,
);

let campaignId: string;
let foreseen: DryRun["rows"];

test("the dry run foresees everybody, and she launches", async () => {
  const { body } = await ana.call<{ campaigns: { campaignId: string; name: string }[] }>(
    "GET",
    "/v1/campaigns",
  );
  campaignId = body.campaigns.find(({ name }) => name === "Spring letters")?.campaignId ?? "";
  const { body: plan } = await ana.call<LaunchPage>("GET", `/v1/campaigns/${campaignId}/launch-page`);
  foreseen = (await ana.call<DryRun>("POST", `/v1/campaigns/${campaignId}/dry-run`, {})).body.rows;
  const enter = writable.length + JOINERS.length;
  const planned = { enter, leftOut: fair.length - writable.length, mails: 3 * enter };
  expect(plan).toMatchObject({
    audience: { matched: enter + planned.leftOut, enters: enter },
    plan: { mails: planned.mails },
  });
  await visit(desk, async (seat) => {
    await signsIn(seat, here, `/campaigns/${campaignId}`);
    await launchesTo(seat, planned);
  });
  await here.clock.settled();
}, 240_000);

const addressOf = (name: string) => applicant(name).email;
const letter = (name: string) => mail(here, addressOf(name), /What we built/);
const idOf = async (words: string) => {
  const { body } = await ana.call<{ people: { candidateId: string }[] }>("POST", "/v1/candidate-searches", {
    words,
  });
  return body.people[0]?.candidateId ?? "";
};
const reacted = new Set<string>();

test("two click, two leave, one is erased, one answers; the rest of the way is what the dry run said", async () => {
  for (const name of JOINERS) reacted.add(await idOf(name));
  await here.clock.moveTo(here.clock.ms() + 120_000);
  for (const name of ["Ada", "Grace"]) await clicks(name);
  await act(here, await letter("Mary"), "unsubscribe");
  const gone = await letter("Edith");
  await erase(linkOf(gone, "preferences"));
  await here.clock.settled();
  await visit(desk, async (seat) => {
    await signsIn(seat, here, "/talent");
    await notesReply(seat, here, await idOf("Rosa"));
  });
  await pass(here, 16 * DAY_MS);
  await here.clock.settled();
  ana = await signIn(here, "ana");
  const people = [...new Set(foreseen.map(({ candidateId }) => candidateId))].filter(
    (id) => !reacted.has(id),
  );
  expect(people.length).toBe(fair.length);
  expect(await mail(here, addressOf("Ada"), /Shall we talk/)).toBeDefined();
  expect(await mail(here, addressOf("Marie"), /A day on ward 7/)).toBeDefined();
  for (const candidateId of people) {
    const { body } = await ana.call<Why>("GET", `/v1/campaigns/${campaignId}/people/${candidateId}/why`);
    const real = body.decisions.filter(({ code }) => !code.startsWith("entered."));
    expect(real.map(brief)).toEqual(foreseen.filter((row) => row.candidateId === candidateId).map(brief));
  }
}, 240_000);

const brief = ({ stepId = "-", code, at }: { stepId?: string; code: string; at: string }) =>
  `${stepId} ${code} ${at.slice(0, 13)}`;

/** She follows the link of her first mail, as a person would. */
async function clicks(name: string) {
  const first = await letter(name);
  const link = first.links.find(({ tracked }) => tracked);
  await act(here, first, `click/${link?.n}`);
}

/** She deletes everything about her by the page of her mail. */
async function erase(preferences: string) {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const body = JSON.stringify({ action: "erase-confirm" });
  expect((await fetch(preferences, { method: "POST", headers, body })).status).toBe(200);
}

test("every number on every page is that of the log", async () => {
  const counted = await expectFiguresEqualLog(here);
  const { body: page } = await ana.call<Page>("GET", `/v1/campaigns/${campaignId}`);
  const enter = writable.length + JOINERS.length;
  expect(page.people).toMatchObject({ entered: enter, inside: 0, leftOut: fair.length - writable.length });
  expect(page.people.stopped).toEqual({
    "stopped.unsubscribed": 1,
    "stopped.erased": 1,
    "stopped.replied": 1,
  });
  const { added = 0, joined = 0, left = 0 } = counted["organisation all"] ?? {};
  await visit(desk, async (seat) => {
    await signsIn(seat, here);
    const said = await saysOf(seat, here, campaignId);
    expect(said).toContain(`${enter - 3} of ${enter}`);
    expect(said).toMatch(/Mails people clicked\s+2 of 12/);
    await countsPeople(seat, here, added + joined - left);
  });
}, 120_000);
