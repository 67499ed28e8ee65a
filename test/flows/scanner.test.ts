import { afterAll, beforeAll, expect, test } from "vitest";
import { act, confirm, type Mail, mail, signUp } from "./support/candidate.ts";
import { campaignPage, figures, personNamed } from "./support/desk.ts";
import { headerOf, linkOf } from "./support/joined.ts";
import { everything } from "./support/log.ts";
import { open } from "./support/organisation.ts";
import { type Recruiter, signIn } from "./support/recruiter.ts";
import { type World, world } from "./support/world.ts";

const ada = { name: "Ada Lovelace", email: "ada@example.org", tracking: true };
/** A scanner that says what it is, one that says nothing, and Apple's, which loads every picture. */
const MACHINES = ["Barracuda Sentinel (EE)", "", "Mozilla/5.0"];

let here: World;
let ana: Recruiter;
let campaignId: string;
beforeAll(async () => {
  here = await world();
  ana = await signIn(here, "ana");
  ({ campaignId } = await open(ana));
  await here.clock.settled();
});
afterAll(() => here.end());

/** Every address of this machine in a mail: links as they were rewritten, the pixel, and what its headers name. */
function addressesIn(one: Mail): string[] {
  const written = [...one.html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, url = ""]) => url);
  const header = /<(.+)>/.exec(headerOf(one, "List-Unsubscribe") ?? "")?.[1];
  const all = [...written, ...(header ? [header] : [])].map((url) => url.replaceAll("&amp;", "&"));
  return all.filter((url) => url.startsWith("http://127.0.0.1"));
}

/** GETs and HEADs an address; nothing of the kind may be refused, or people could not open it either. */
async function fetchAll(urls: readonly string[], agent: string): Promise<void> {
  for (const method of ["GET", "HEAD"])
    for (const url of urls) {
      const { status } = await fetch(url, { method, redirect: "manual", headers: { "user-agent": agent } });
      expect({ url, status: status === 200 || status === 302 }).toEqual({ url, status: true });
    }
}

/** The whole table but what counts opens and clicks. */
async function table(): Promise<unknown[]> {
  await here.clock.settled();
  const items = await everything(here);
  const kept = items.filter(({ __edb_e__: kind, type }) => {
    if (kind === "metric" || kind === "batch") return false;
    return !(kind === "event" && String(type).startsWith("engagement."));
  });
  return kept.sort((a, b) => `${a.pk} ${a.sk}`.localeCompare(`${b.pk} ${b.sk}`));
}

test("scanners follow every link of the mail that asks for confirmation: she is in nothing", async () => {
  await signUp(here, ada);
  const asking = await mail(here, ada.email, /confirm/);
  await here.clock.moveTo(here.clock.ms() + 5000);
  const before = await table();
  expect(await act(here, asking, "scan")).toEqual({ fetched: 1 });
  for (const agent of MACHINES) await fetchAll(addressesIn(asking), agent);
  expect(await table()).toEqual(before);
  expect(await figures(ana)).toEqual({ people: 0, joined: 0, left: 0 });
});

test("scanners follow every link of her campaign mail: nothing changes, and no figure takes them for her", async () => {
  await confirm(here, ada.email);
  const welcome = await mail(here, ada.email, /Welcome/);
  const scanned = await act<{ fetched: number }>(here, welcome, "scan");
  expect(scanned.fetched).toBeGreaterThanOrEqual(4);
  await here.clock.moveTo(here.clock.ms() + 120_000);
  const [before, her] = [await table(), await personNamed(ana, ada.name)];
  expect(her).toMatchObject({ standing: "member", mayWrite: { answer: "yes", tracking: true } });

  const erasing = `${linkOf(welcome, "preferences")}?step=erase`;
  for (const agent of MACHINES) await fetchAll([...addressesIn(welcome), erasing], agent);
  expect(await table()).toEqual(before);
  const { season, timeline, ...same } = await personNamed(ana, ada.name);
  expect({ ...her, ...same }).toEqual(her);
  expect(season.marks.map(({ kind }) => kind)).not.toContain("clicked");
  expect(new Set(timeline.filter(({ type }) => /opened|clicked/.test(type)).map(({ who }) => who))).toEqual(
    new Set(["machine"]),
  );
  const shown = (await campaignPage(ana, campaignId)).figures;
  expect(shown).toMatchObject({ opensHuman: 0, openedHuman: 0, clicksHuman: 0, clickedHuman: 0 });
  expect(shown).toMatchObject({ openedRaw: 1, clickedRaw: 1, delivered: 1 });
  expect(shown.clicksRaw).toBeGreaterThan(1);
});

test("when she clicks herself afterwards, that is seen", async () => {
  const welcome = await mail(here, ada.email, /Welcome/);
  const link = welcome.links.find(({ tracked }) => tracked);
  await act(here, welcome, `click/${link?.n}`);
  await here.clock.settled();
  expect((await campaignPage(ana, campaignId)).figures).toMatchObject({ clicksHuman: 1, clickedHuman: 1 });
  expect((await personNamed(ana, ada.name)).season.marks.map(({ kind }) => kind)).toContain("clicked");
});
