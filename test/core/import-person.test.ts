import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import type { Mapping } from "../../packages/core/import/import.schema.ts";
import { bucket } from "./support/bucket.ts";
import { imported } from "./support/imports.ts";
import { as, furnish, invited, known, leave, member, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
bucket(here);
beforeAll(furnish);

type Ground = Mapping["ground"];
const interest: Ground = { by: "legitimate_interest", source: "Fair in Leipzig" };
const consent: Ground = { by: "consent", consentOn: "2026-02-01", consentPlace: "Fair in Leipzig" };
const none: Ground = { by: "none" };

const HEADER = "Name,E-Mail,Zweite E-Mail,Position,Land,Profil,Tags\n";
const read = (rows: string, ground: Ground = none) => imported(HEADER + rows, { ground });
const codes = ({ notes, rejections }: Awaited<ReturnType<typeof imported>>) =>
  [...notes, ...rejections].map(({ code }) => code);
const events = async (candidateId: string) =>
  (await here.items({ __edb_e__: "event", candidateId })).map(({ type, data }) => ({ type, data }));

test("somebody new is in the pool on the ground stated, with the notice she is owed", async () => {
  await read('Ida Ganz,Ida@New.example,,Nurse,Portugal,linkedin.com/in/ida,"ICU, Night"\n', interest);
  const candidateId = await whose("ida@new.example");
  const { candidate, gate, address } = await known(candidateId);
  expect(candidate).toMatchObject({
    ...{ name: "Ida Ganz", title: "Nurse", country: "PT", link: "https://linkedin.com/in/ida" },
    ...{ tags: ["ICU", "Night"], standing: "sourced", source: "import:Fair in Leipzig", locale: "en" },
  });
  expect(gate).toMatchObject({
    permissions: { job_news: { state: "granted", ground: "legitimate_interest" } },
    ...{ country: "PT", notice: { source: "Fair in Leipzig" } },
  });
  expect(address).toMatchObject({ raw: "Ida@New.example", primary: true });
  expect(await here.items({ __edb_e__: "consent", candidateId })).toMatchObject([
    { method: "import", ground: "legitimate_interest", source: "Fair in Leipzig", state: "granted" },
  ]);
  expect(await events(candidateId)).toMatchObject([{ type: "candidate.added" }]);
});

test("consent counts from the day it was given, and makes a member; none is stored and never granted", async () => {
  await read("Ada,ada@grounds.example,,,Germany,,\n", consent);
  const ada = await known(await whose("ada@grounds.example"));
  expect(ada.gate.permissions.job_news).toMatchObject({
    ground: "consent",
    until: "2028-02-01T00:00:00.000Z",
  });
  expect(ada.candidate).toMatchObject({ standing: "member", locale: "de" });
  expect(ada.gate.notice).toBeUndefined();

  await read("Bo,bo@grounds.example,,,,,\n");
  const bo = await known(await whose("bo@grounds.example"));
  expect(bo.gate.permissions).toEqual({});
  expect(bo.candidate.standing).toBe("sourced");
});

test("where the country asks for consent, or nobody says whence, it is said", async () => {
  expect(codes(await read("Eva,eva@de.example,,,Deutschland,,\n", interest))).toEqual(["needs_consent"]);
  expect(codes(await read("Uwe,uwe@unknown.example,,,,,\n", interest))).toEqual(["needs_consent"]);
  const old: Ground = { by: "consent", consentOn: "2023-01-01", consentPlace: "Fair" };
  expect(codes(await read("Rita,rita@old.example,,,PT,,\n", old))).toEqual(["consent_expired"]);
});

test("what a row says more is added, and the event names it; what it leaves out stays", async () => {
  await read("Lea Lang,lea@more.example,,Nurse,PT,,ICU\n", interest);
  const candidateId = await whose("lea@more.example");
  const { counts } = await read("LEA LANG,LEA@more.example,lea2@more.example,Head nurse,,,Night\n");
  expect(counts).toMatchObject({ updated: 1 });
  const { candidate, gate } = await known(candidateId);
  expect(candidate).toMatchObject({
    name: "Lea Lang",
    title: "Head nurse",
    tags: ["ICU", "Night"],
    country: "PT",
  });
  expect(gate.permissions.job_news).toMatchObject({ ground: "legitimate_interest" });
  expect(await whose("lea2@more.example")).toBe(candidateId);
  expect((await events(candidateId)).filter(({ type }) => type !== "candidate.added")).toContainEqual({
    type: "candidate.changed",
    data: { fields: ["title", "tags", "addresses"] },
  });
  expect((await Candidate.everybody()).find((one) => one.candidateId === candidateId)).toMatchObject({
    title: "Head nurse",
  });
});

test("an unsubscribe, a bounce and a complaint outlast any import", async () => {
  for (const [name, end] of [
    ["left", leave],
    ["bounced", () => Candidate.suppressAddress("bounced@stops.example", "bounce")],
    ["complained", () => Candidate.suppressAddress("complained@stops.example", "complaint")],
  ] as const) {
    const address = `${name}@stops.example`;
    const candidateId = await member(here, address);
    await as("system", () => end(candidateId));
    const before = (await known(candidateId)).gate;
    expect(codes(await read(`Ada,${address},,Nurse,PT,,\n`, consent))).toEqual(["permission_kept"]);
    const { gate, candidate } = await known(candidateId);
    expect(gate.permissions).toEqual(before.permissions);
    expect(gate.suppressed).toBe(before.suppressed);
    expect(candidate.title).toBe("Nurse");
  }
});

test("an address that bounced before it was anybody's stays suppressed", async () => {
  await as("system", () => Candidate.suppressAddress("nobody@stops.example", "bounce"));
  expect(codes(await read("New,nobody@stops.example,,,PT,,\n", consent))).toEqual(["suppressed"]);
  const { gate } = await known(await whose("nobody@stops.example"));
  expect(gate).toMatchObject({ suppressed: "bounce", permissions: {} });
});

test("who was erased does not come back, also by her profile and after a late bounce", async () => {
  await read("Eve,eve@gone.example,eve2@gone.example,,PT,https://linkedin.com/in/eve-gone,\n", interest);
  const candidateId = await whose("eve@gone.example");
  const token = await Candidate.preferencesToken(candidateId);
  await as("visitor", () => Candidate.erase({ token }));
  await as("system", () => Candidate.suppressAddress("eve@gone.example", "bounce"));
  for (const row of [
    "Eve,eve@gone.example,,,PT,,",
    "Eve,,,,PT,www.linkedin.com/in/Eve-Gone/,",
    "Eve,eve2@gone.example,,,PT,,",
  ]) {
    const view = await read(`${row}\n`, consent);
    expect([view.counts.rejected, codes(view)]).toEqual([1, ["erased"]]);
  }
  expect(await here.items({ name: "Eve", __edb_e__: "candidate" })).toEqual([]);
});

test("what she gave herself is not weakened, and her own words stay", async () => {
  const candidateId = await member(here, "self@own.example", { tracking: true });
  const before = (await known(candidateId)).gate;
  const { counts } = await read("Somebody Else,self@own.example,,Nurse,PT,,\n", interest);
  expect(counts.updated).toBe(1);
  const { gate, candidate } = await known(candidateId);
  expect(gate.permissions).toEqual(before.permissions);
  expect(candidate).toMatchObject({ name: "Ada", title: "Nurse", standing: "member" });
  expect(gate.notice).toBeUndefined();
});

test("who asked and never confirmed is kept from now on, and can still confirm", async () => {
  await signUp(here, "pending@own.example");
  const candidateId = await whose("pending@own.example");
  const token = await invited(candidateId);
  await read("Ada,pending@own.example,,Nurse,PT,,\n", interest);
  const { candidate, gate } = await known(candidateId);
  expect(candidate.standing).toBe("sourced");
  expect(gate.permissions.job_news?.state).toBe("pending");
  const hers = await here.items({ candidateId });
  expect(hers.filter((item) => item.__edb_e__ !== "request" && item.expiresAt !== undefined)).toEqual([]);
  await as("visitor", () => Candidate.confirm({ token }));
  expect((await known(candidateId)).gate.permissions.job_news?.state).toBe("granted");
});

test("the name that a stranger may have typed gives way to the file's", async () => {
  await signUp(here, "victim@own.example", { name: "Rude Word" });
  await read("Vera Victim,victim@own.example,,,FR,,\n", interest);
  const { candidate, gate } = await known(await whose("victim@own.example"));
  expect(candidate).toMatchObject({ name: "Vera Victim", source: "import:Fair in Leipzig" });
  expect(gate.notice).toMatchObject({ source: "Fair in Leipzig" });
});

test("legitimate interest becomes consent, and a later consent lasts longer; never the other way", async () => {
  const row = "Mia,mia@better.example,,,PT,,\n";
  await read(row, interest);
  const candidateId = await whose("mia@better.example");
  const permission = async () => (await known(candidateId)).gate.permissions.job_news;
  expect((await read(row, consent)).counts.updated).toBe(1);
  expect(await permission()).toMatchObject({ ground: "consent", until: "2028-02-01T00:00:00.000Z" });
  expect((await read(row, interest)).counts.unchanged).toBe(1);
  expect((await read(row, { ...consent, consentOn: "2025-02-01" })).counts.unchanged).toBe(1);
  expect((await read(row, { ...consent, consentOn: "2026-03-01" })).counts.updated).toBe(1);
  expect(await permission()).toMatchObject({ until: "2028-03-01T00:00:00.000Z" });
});

test("without an address she is found by her profile, and gets the address when it comes", async () => {
  await read("Pia,,,Nurse,PT,https://de.linkedin.com/in/pia/?x=1,\n", interest);
  const again = await read("Pia,,,Midwife,PT,http://www.linkedin.com/in/Pia,\n", interest);
  expect(again.counts).toMatchObject({ new: 0, updated: 1 });
  const later = await read("Pia,pia@late.example,,,PT,linkedin.com/in/pia,\n", interest);
  expect(later.counts).toMatchObject({ new: 0, updated: 1 });
  const { candidate, address } = await known(await whose("pia@late.example"));
  expect(candidate).toMatchObject({ title: "Midwife" });
  expect(address.primary).toBe(true);
});

test("with neither, only the same name, phone, company and city find her", async () => {
  const first = await read("Nora Nobody,,,,PT,,\n");
  expect([first.counts.new, codes(first)]).toEqual([1, ["unrecognisable"]]);
  expect((await read("Nora  NOBODY,,,,PT,,\n")).counts).toMatchObject({ new: 0, unchanged: 1 });
});

test("an address or profile of somebody else stays hers", async () => {
  await read("Ann,ann@one.example,ann2@one.example,,PT,linkedin.com/in/ann-one,\n");
  const view = await read(
    "Bea,bea@one.example,ann2@one.example,,PT,,\nAnn,ann@one.example,bea@one.example,,PT,,\n",
  );
  expect(view.counts).toMatchObject({ new: 1, unchanged: 1 });
  expect(view.notes).toMatchObject([{ code: "second_taken", count: 2 }]);
  await read("Cleo,cleo@one.example,,,PT,,\n");
  expect(codes(await read("Cleo,cleo@one.example,,,PT,linkedin.com/in/ann-one,\n"))).toEqual(["link_taken"]);
});
