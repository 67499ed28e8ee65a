import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { meanwhile } from "./support/meanwhile.ts";
import { as, furnish, invited, known, leave, member, signUp, whose } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const DAY_MS = 86_400_000;
const confirm = (token: string) => as("visitor", () => Candidate.confirm({ token }));
const mayWrite = async (candidateId: string) =>
  Gate.judge((await known(candidateId)).gate, "nurture", new Date(here.clock.ms())).ok;

test("confirming makes her a member whom we may write to, for twenty-four months", async () => {
  const ada = await member(here, "ada@example.org");
  expect((await known(ada)).candidate).toMatchObject({ standing: "member" });
  expect((await known(ada)).address.confirmedAt).toBeDefined();
  expect(await mayWrite(ada)).toBe(true);
  const { gate } = await known(ada);
  const end = gate.permissions.job_news?.until ?? "";
  expect(end.slice(0, 7)).toBe("2028-03");
  expect(Gate.judge(gate, "nurture", new Date(end)).ok).toBe(false);
});

test("tracking is granted only where she ticked it", async () => {
  const plain = await known(await member(here, "plain@example.org"));
  const tracked = await known(await member(here, "tracked@example.org", { tracking: true }));
  const now = new Date(here.clock.ms());
  expect([Gate.tracked(plain.gate, now), Gate.tracked(tracked.gate, now)]).toEqual([false, true]);
});

test("looking at the link changes nothing", async () => {
  await signUp(here, "look@example.org");
  const look = await whose("look@example.org");
  const token = await invited(look);
  const before = await known(look);
  for (let time = 0; time < 3; time++)
    expect(await as("visitor", () => Candidate.invitation({ token }))).toMatchObject({ state: "open" });
  expect(await known(look)).toEqual(before);
});

test("two presses of the button at once are one confirmation, and both are told yes", async () => {
  await signUp(here, "twice@example.org");
  const twice = await whose("twice@example.org");
  const token = await invited(twice);
  const answers = await Promise.all(Array.from({ length: 4 }, () => confirm(token)));
  expect(answers.map(({ locale }) => locale)).toEqual(["en", "en", "en", "en"]);
  const joined = await here.items({ candidateId: twice, type: "candidate.joined" });
  const granted = await here.items({ candidateId: twice, __edb_e__: "consent", state: "granted" });
  expect([joined.length, granted.length]).toEqual([1, 1]);
});

test("she confirms while somebody types her address once more: she is in all the same", async () => {
  await signUp(here, "race@example.org");
  const race = await whose("race@example.org");
  const token = await invited(race);
  await meanwhile(
    () => signUp(here, "race@example.org"),
    () => confirm(token),
  );
  expect(await mayWrite(race)).toBe(true);
});

test("an old link does not bring back who unsubscribed since", async () => {
  await signUp(here, "replay@example.org");
  const replay = await whose("replay@example.org");
  const token = await invited(replay);
  await confirm(token);
  await leave(replay);
  await expect(confirm(token)).rejects.toMatchObject({ kind: "invalid", code: "token.used" });
  expect(await as("visitor", () => Candidate.invitation({ token }))).toMatchObject({ state: "open" });
  expect(await mayWrite(replay)).toBe(false);
});

test("whoever left and asks anew is a member again by the new link", async () => {
  const back = await member(here, "back@example.org");
  await leave(back);
  here.clock.forward(DAY_MS);
  await signUp(here, "back@example.org");
  await confirm(await invited(back));
  expect(await mayWrite(back)).toBe(true);
  expect((await known(back)).candidate.leftAt).toBeUndefined();
});

test("a link that is a week old says that it has expired", async () => {
  await signUp(here, "old@example.org");
  const token = await invited(await whose("old@example.org"));
  here.clock.forward(7 * DAY_MS + 10_000);
  await expect(confirm(token)).rejects.toMatchObject({ code: "token.expired" });
});
