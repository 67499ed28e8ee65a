import { beforeAll, expect, test } from "vitest";
import { Candidate, confirmToken, preferencesToken } from "../../packages/core/candidate/index.ts";
import { COMMUNITY } from "../../packages/core/form/index.ts";
import { Invitation } from "../../packages/core/invitation/index.ts";
import { as, furnish, known, leave, member, requests, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

/** Somebody else typed her address first, in other words; then she signs up herself. */
async function bothAsk(email: string): Promise<{ her: string; theirs: string; hers: string }> {
  await signUp(here, email, { name: "Prankster", interest: "Nonsense" });
  await signUp(here, email, { name: "Ada", locale: "de", tracking: true, interest: "Nursing" });
  const her = await whose(email);
  const [theirs = "", hers = ""] = await requests(her);
  return { her, theirs, hers };
}
const confirm = async (candidateId: string, request: string, tracking = false) => {
  const token = await confirmToken(candidateId, request, tracking ? ["job_news", "tracking"] : ["job_news"]);
  return as("visitor", () => Candidate.confirm({ token }));
};
const ledger = (candidateId: string, state: string) =>
  here.items({ candidateId, state, __edb_e__: "consent" });
const waiting = (candidateId: string) => here.items({ candidateId, __edb_e__: "request" });

test("she is who she said she is in the request that she confirms", async () => {
  const { her, hers } = await bothAsk("ada@example.org");
  expect(await confirm(her, hers, true)).toMatchObject({ locale: "de" });
  expect((await known(her)).candidate).toMatchObject({
    name: "Ada",
    locale: "de",
    answers: { interest: "Nursing" },
    standing: "member",
    source: `form:${COMMUNITY}`,
  });
  expect(await waiting(her)).toEqual([]);
});

test("the other link still says what was typed with it", async () => {
  const { her, theirs } = await bothAsk("other@example.org");
  await confirm(her, theirs);
  expect((await known(her)).candidate).toMatchObject({ name: "Prankster", locale: "en" });
});

test("once she is in, no other link changes her name", async () => {
  const { her, theirs, hers } = await bothAsk("both@example.org");
  await confirm(her, theirs);
  await confirm(her, hers, true);
  const { candidate, gate } = await known(her);
  expect(candidate.name).toBe("Prankster");
  expect(gate.permissions.tracking?.state).toBe("granted");
});

test("the ledger has the words of each request, and those she confirmed in her language", async () => {
  const { her, hers } = await bothAsk("words@example.org");
  await confirm(her, hers, true);
  const lines = (await ledger(her, "requested")).map(({ purpose, locale }) => `${purpose} ${locale}`);
  expect(lines.sort()).toEqual(["job_news de", "job_news en", "tracking de"]);
  expect(await ledger(her, "granted")).toMatchObject([{ locale: "de" }, { locale: "de" }]);
});

test("the mail and the page of a request speak its language", async () => {
  const { her, hers } = await bothAsk("mail@example.org");
  const asked = { eventId: hers, candidateId: her, purposes: ["job_news" as const], known: false };
  const [event] = await here.items({ eventId: hers });
  expect(event?.data).toMatchObject({ locale: "de" });
  await as("system", () => Invitation.send({ ...asked, locale: "de" }));
  expect(JSON.stringify(here.ses.mails.at(-1))).toContain("bestätigen");
  const token = await confirmToken(her, hers, ["job_news"]);
  expect(await as("visitor", () => Candidate.invitation({ token }))).toMatchObject({ locale: "de" });
});

test("who left and comes back under another name has it", async () => {
  const back = await member(here, "back@example.org", { name: "Ada Before" });
  await leave(back);
  await signUp(here, "back@example.org", { name: "Ada After" });
  await confirm(back, (await requests(back)).at(-1) ?? "");
  expect((await known(back)).candidate).toMatchObject({ name: "Ada After", standing: "member" });
});

test("of a member's address nothing is kept that somebody typed", async () => {
  const her = await member(here, "member@example.org");
  await signUp(here, "member@example.org", { name: "Prankster" });
  expect(await waiting(her)).toEqual([]);
  expect(await ledger(her, "requested")).toHaveLength(1);
});

test("what nobody confirmed is forgotten after eight days, and at once when she has herself erased", async () => {
  const { her } = await bothAsk("forgotten@example.org");
  expect(await waiting(her)).toHaveLength(1);
  here.clock.forward(9 * 86_400_000);
  await here.sweep();
  expect(await waiting(her)).toEqual([]);
  await signUp(here, "forgotten@example.org", { name: "Ada" });
  expect(await waiting(her)).toHaveLength(1);
  const token = await preferencesToken(her);
  await as("visitor", () => Candidate.erase({ token }));
  expect(await waiting(her)).toEqual([]);
});
