import { beforeAll, expect, test } from "vitest";
import { Candidate, preferencesToken } from "../../packages/core/candidate/index.ts";
import { as, furnish, leave, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

/** Who the log names for each thing that happened to her. */
async function actors(candidateId: string): Promise<Record<string, unknown>> {
  const events = await here.items({ __edb_e__: "event", candidateId });
  return Object.fromEntries(events.map(({ type, actor }) => [String(type), actor]));
}

test("what she does by the links in her mails is her own act; who typed an address into a form is not known", async () => {
  const ada = await member(here, "ada@example.org", { tracking: true });
  const her = `candidate:${ada}`;
  expect(await actors(ada)).toEqual({
    "consent.requested": "visitor",
    "consent.granted": her,
    "candidate.joined": her,
  });
  await leave(ada);
  expect(await actors(ada)).toMatchObject({ "consent.withdrawn": her, "candidate.left": her });
});

test("so is what she switches on her preferences page, and deleting everything", async () => {
  const bea = await member(here, "bea@example.org");
  const token = await preferencesToken(bea);
  await as("visitor", () =>
    Candidate.setPreferences({ token, jobNews: false, tracking: false, locale: "en" }),
  );
  expect(await actors(bea)).toMatchObject({ "consent.withdrawn": `candidate:${bea}` });
  await as("visitor", () => Candidate.erase({ token }));
  expect(await actors(bea)).toMatchObject({ "candidate.erased": `candidate:${bea}` });
});
