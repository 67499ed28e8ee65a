import { afterAll, beforeAll, expect, test } from "vitest";
import { act, confirm, mail, openForm, signUp, submit } from "./support/candidate.ts";
import { linkOf } from "./support/joined.ts";
import { open } from "./support/organisation.ts";
import { signIn } from "./support/recruiter.ts";
import { placesOf } from "./support/search.ts";
import { type World, world } from "./support/world.ts";

const her = { name: "Wilhelmina Quastenflosser", email: "w.quast@post.example", tracking: true };
const ROOMS = ["http", "table", "pipe", "bus", "queue", "lambda", "email"];

let here: World;
beforeAll(async () => {
  here = await world();
  await open(await signIn(here, "ana"));
  await here.clock.settled();
});
afterAll(() => here.end());

interface Hop {
  readonly seq: number;
  readonly room: string;
  readonly what: string;
}

const asked = async (path: string) => (await fetch(`${here.consoleUrl}${path}`)).text();

/** What the console's journal says of a trace, first hop first, as "room what". */
async function wayOf(trace: string | null): Promise<string[]> {
  await here.clock.settled();
  const hops: Hop[] = JSON.parse(await asked(`/api/journal?trace=${trace}&limit=1000`));
  return hops.sort((a, b) => a.seq - b.seq).map(({ room, what }) => `${room} ${what}`);
}

/** Those of the wanted hops that the way has in this order; all of them, if it is right. */
function inOrder(way: readonly string[], wanted: readonly string[]): string[] {
  let from = 0;
  return wanted.filter((hop) => {
    const at = way.indexOf(hop, from);
    if (at >= 0) from = at + 1;
    return at >= 0;
  });
}

const FORM_TO_MAIL = [
  ...["http POST /join", "lambda public", "table event consent.requested INSERT", "pipe consent.requested"],
  ...["queue confirm", "lambda confirm", "table message INSERT", "email SendEmail accepted"],
];
const JOIN_TO_FIGURES = [
  ...["table event candidate.joined INSERT", "pipe candidate.joined", "queue enrol", "lambda enrol"],
  ...["table enrolment INSERT", "table event campaign.woken INSERT", "queue steer", "lambda steer"],
  ...["workflow Plan", "workflow Advance", "lambda campaignAdvance", "email SendEmail accepted"],
  ...["workflow Sleep", "bus Email Clicked", "queue figures", "lambda aggregate"],
  ...["table event engagement.clicked INSERT", "bus engagement.clicked", "queue touch", "lambda touch"],
];

test("one trace leads from the form through every room to her mail, and on to the figures", async () => {
  const trace = (await signUp(here, her)).headers.get("x-perennial-trace");
  await mail(here, her.email, /confirm/);
  const first = await wayOf(trace);
  expect(inOrder(first, FORM_TO_MAIL)).toEqual(FORM_TO_MAIL);
  expect(first).toContain("bus consent.requested");
  const rooms = new Set(first.map((hop) => hop.split(" ")[0]));
  expect([...rooms].sort()).toEqual([...ROOMS].sort());

  await confirm(here, her.email);
  const welcome = await mail(here, her.email, /Welcome/);
  await here.clock.moveTo(here.clock.ms() + 30_000);
  await act(here, welcome, `click/${welcome.links.find(({ tracked }) => tracked)?.n}`);
  const all = await wayOf(trace);
  expect(inOrder(all.slice(first.length), JOIN_TO_FIGURES)).toEqual(JOIN_TO_FIGURES);
  const page = await asked(`/trace/${trace}`);
  for (const room of [...ROOMS, "workflow"]) expect(page).toContain(`<span class="room">${room}</span>`);
});

test("journal, events and executions name nobody and open nothing", async () => {
  const asking = await mail(here, her.email, /confirm/);
  const token = linkOf(asking, "confirm").split("/").at(-1) ?? "";
  const executions: { id: string }[] = JSON.parse(await asked("/api/executions"));
  const paths = [
    ...["/api/journal?limit=20000", "/api/events?limit=5000", "/api/executions", "/events", "/executions"],
    ...executions.map(({ id }) => `/api/executions/${encodeURIComponent(id)}`),
  ];
  const told = await Promise.all(paths.map(async (path) => [path, Buffer.from(await asked(path))] as const));
  expect(placesOf("consent.requested", told)).not.toEqual([]);
  for (const telling of ["Wilhelmina", "Quastenflosser", "w.quast", "post.example", "Welcome,", token])
    expect(placesOf(telling, told), telling).toEqual([]);
});

test("nobody outside chooses the trace", async () => {
  const stamp = await openForm(here);
  const theirs = "trc_theirs";
  const response = await fetch(`${here.siteUrl}/join`, { headers: { "x-perennial-trace": theirs } });
  expect(response.headers.get("x-perennial-trace")).toMatch(/^trc_[0-9a-z]{26}$/);
  await here.clock.moveTo(here.clock.ms() + 5000);
  const bea = await submit(here, { name: "Bea", email: "bea@post.example" }, stamp);
  expect(bea.headers.get("x-perennial-trace")).not.toBe(response.headers.get("x-perennial-trace"));
  expect(await wayOf(theirs)).toEqual([]);
});
