import { beforeAll, expect, test } from "vitest";
import { Candidate, preferencesToken, unsubscribeToken } from "../../packages/core/candidate/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { newId } from "../../packages/core/id.ts";
import type { Mapping } from "../../packages/core/import/import.schema.ts";
import { Organisation } from "../../packages/core/organisation/index.ts";
import { Suppression } from "../../packages/core/suppression/index.ts";
import { bucket } from "./support/bucket.ts";
import { imported } from "./support/imports.ts";
import { as, furnish, invited, known, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
bucket(here);
beforeAll(furnish);

const interest = { by: "legitimate_interest", source: "LinkedIn" } as const;
const told = { by: "none", source: "LinkedIn" } as const;

async function person(email: string, country: string, ground: Mapping["ground"]): Promise<string> {
  await imported(`Name,E-Mail,Land\nOda Ject,${email},${country}\n`, { ground });
  return whose(email);
}

async function object(candidateId: string) {
  const token = await unsubscribeToken(candidateId, newId("msg"));
  await as("visitor", () => Candidate.unsubscribe({ token, method: "page" }));
}

const verdict = async (candidateId: string) =>
  Gate.judge(
    (await known(candidateId)).gate,
    "nurture",
    new Date(here.clock.ms()),
    await Organisation.policy(),
  );

async function choose(candidateId: string, jobNews: boolean, tracking = false) {
  const token = await preferencesToken(candidateId);
  return as("visitor", () => Candidate.setPreferences({ token, jobNews, tracking, locale: "en" }));
}

test("whoever we may not write to at all can object, and no later import changes it", async () => {
  const oda = await person("oda@object.example", "FR", told);
  await object(oda);
  const { candidate, gate, address } = await known(oda);
  expect(gate).toMatchObject({
    permissions: { job_news: { state: "withdrawn" } },
    suppressed: "unsubscribe",
  });
  expect(candidate.standing).toBe("left");
  expect(await Suppression.of(address.addressHash)).toBe("unsubscribe");
  await person("oda@object.example", "FR", interest);
  expect(await verdict(oda)).toMatchObject({ ok: false, code: "suppressed" });
});

test("so can whoever was imported while her own sign-up waits", async () => {
  await signUp(here, "waiting@object.example");
  const waiting = await person("waiting@object.example", "FR", told);
  await object(waiting);
  expect((await known(waiting)).gate.permissions.job_news?.state).toBe("withdrawn");
});

test("a sign-up that waits and owes nothing is left to run out", async () => {
  await signUp(here, "only@object.example");
  const only = await whose("only@object.example");
  const before = await known(only);
  await object(only);
  expect(await known(only)).toEqual(before);
  const token = await invited(only);
  await as("visitor", () => Candidate.confirm({ token }));
  expect(await verdict(only)).toMatchObject({ ok: true });
});

test("where the country asks for consent, the page says no mail comes, and her own yes is consent", async () => {
  const li = await person("li@yes.example", "DE", interest);
  expect(await verdict(li)).toMatchObject({ code: "needs_consent" });
  expect(await choose(li, true)).toMatchObject({ jobNews: true });
  expect(await verdict(li)).toMatchObject({ ok: true });
  expect((await known(li)).gate.permissions.job_news).not.toHaveProperty("ground");
});

test("a box that another ground had ticked for her is no consent", async () => {
  const ticked = await person("ticked@yes.example", "FR", interest);
  await choose(ticked, true, true);
  expect((await known(ticked)).gate.permissions).toMatchObject({
    job_news: { ground: "legitimate_interest" },
    tracking: { state: "granted" },
  });
  await choose(ticked, false, true);
  expect(await verdict(ticked)).toMatchObject({ code: "suppressed" });
});

test("the page goes by the organisation's own countries", async () => {
  const fr = await person("fr@policy.example", "FR", interest);
  const token = await preferencesToken(fr);
  expect(await Candidate.preferences({ token })).toMatchObject({ jobNews: true });
  const { revision } = await Organisation.read();
  const window = { days: [1], from: "09:00", to: "17:00" };
  const consentCountries = { countries: ["FR"], unknown: true, reason: "Counsel says so" };
  await as("admin", () => Organisation.savePolicy({ revision, window, consentCountries }));
  expect(await Candidate.preferences({ token })).toMatchObject({ jobNews: false });
});
