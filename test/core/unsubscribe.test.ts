import { beforeAll, expect, test } from "vitest";
import { Candidate, preferencesToken, unsubscribeToken } from "../../packages/core/candidate/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { newId } from "../../packages/core/id.ts";
import { Suppression } from "../../packages/core/suppression/index.ts";
import { meanwhile } from "./support/meanwhile.ts";
import { as, furnish, invited, known, leave, member, signUp } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const DAY_MS = 86_400_000;
const withdrawals = (candidateId: string) =>
  here.items({ candidateId, __edb_e__: "consent", state: "withdrawn" });

test("one press ends the job news: gate, ledger, list and standing say so together", async () => {
  const ada = await member(here, "ada@example.org");
  await leave(ada);
  const { candidate, gate, address } = await known(ada);
  expect(candidate.standing).toBe("left");
  expect(gate).toMatchObject({
    suppressed: "unsubscribe",
    permissions: { job_news: { state: "withdrawn" } },
  });
  expect(await Suppression.of(address.addressHash)).toBe("unsubscribe");
  expect(await withdrawals(ada)).toMatchObject([{ purpose: "job_news", method: "one_click" }]);
});

test("pressing again, and at once, changes nothing more and is answered the same", async () => {
  const twice = await member(here, "twice@example.org");
  const answers = await Promise.all(Array.from({ length: 4 }, () => leave(twice)));
  expect(answers.every((answer) => answer?.locale === "en")).toBe(true);
  const before = await known(twice);
  await leave(twice);
  expect(await known(twice)).toEqual(before);
  expect(await withdrawals(twice)).toHaveLength(1);
  expect(await here.items({ candidateId: twice, type: "candidate.left" })).toHaveLength(1);
});

test("the link of a mail from years ago still works, and leads nowhere else", async () => {
  const old = await member(here, "old@example.org");
  const token = await unsubscribeToken(old, newId("msg"));
  here.clock.forward(800 * DAY_MS);
  const answer = await as("visitor", () => Candidate.unsubscribe({ token, method: "page" }));
  expect((await known(old)).candidate.standing).toBe("left");
  expect(answer).toEqual({ locale: "en" });
});

test("a permission that ran out is withdrawn as well when she leaves", async () => {
  const late = await member(here, "late@example.org");
  here.clock.forward(750 * DAY_MS);
  await leave(late);
  const { candidate, gate } = await known(late);
  expect(candidate.standing).toBe("left");
  expect(gate.permissions.job_news?.state).toBe("withdrawn");
});

test("a press that meets another write to her gate gets through", async () => {
  const busy = await member(here, "busy@example.org");
  await meanwhile(
    () => as("system", () => Gate.touch(busy, new Date(here.clock.ms()))),
    () => leave(busy),
  );
  expect((await known(busy)).candidate.standing).toBe("left");
});

test("ending tracking alone leaves her where she is", async () => {
  const quiet = await member(here, "quiet@example.org", { tracking: true });
  const token = await preferencesToken(quiet);
  const set = (jobNews: boolean, tracking: boolean) =>
    as("visitor", () => Candidate.setPreferences({ token, jobNews, tracking, locale: "en" }));
  await set(true, false);
  const now = new Date(here.clock.ms());
  expect(Gate.tracked((await known(quiet)).gate, now)).toBe(false);
  expect(Gate.judge((await known(quiet)).gate, "nurture", now).ok).toBe(true);
  const before = await known(quiet);
  await set(true, false);
  expect(await known(quiet)).toEqual(before);
});

test("the switch on her page brings her back, and the address may be written to again", async () => {
  const back = await member(here, "back@example.org");
  await leave(back);
  const token = await preferencesToken(back);
  await as("visitor", () =>
    Candidate.setPreferences({ token, jobNews: true, tracking: false, locale: "en" }),
  );
  const { candidate, gate, address } = await known(back);
  expect(candidate.standing).toBe("member");
  expect(gate.suppressed).toBeUndefined();
  expect(await Suppression.of(address.addressHash)).toBeUndefined();
});

test("an unsubscribe never hides that the mailbox does not exist", async () => {
  const gone = await member(here, "gone@example.org");
  await as("system", () => Candidate.suppressAddress("Gone@example.org", "bounce"));
  await leave(gone);
  expect((await known(gone)).gate.suppressed).toBe("bounce");
});

test("after a bounce her page says that no job news reaches her, and the switch does not change that", async () => {
  const lost = await member(here, "lost@example.org");
  await as("system", () => Candidate.suppressAddress("lost@example.org", "bounce"));
  const token = await preferencesToken(lost);
  const shown = () => as("visitor", () => Candidate.preferences({ token }));
  const stopped = { locale: "en", jobNews: false, tracking: false, stop: "bounce" };
  const set = (jobNews: boolean) =>
    as("visitor", () => Candidate.setPreferences({ token, jobNews, tracking: false, locale: "en" }));
  expect(await shown()).toEqual(stopped);
  for (const jobNews of [true, false, true]) expect(await set(jobNews)).toEqual(stopped);
  const { gate, address } = await known(lost);
  expect(gate.suppressed).toBe("bounce");
  expect(await Suppression.of(address.addressHash)).toBe("bounce");
});

test("a mail she answers proves that her mailbox is there: confirming lifts a bounce", async () => {
  const found = await member(here, "found@example.org");
  await leave(found);
  await signUp(here, "found@example.org");
  await as("system", () => Candidate.suppressAddress("found@example.org", "bounce"));
  const token = await invited(found);
  await as("visitor", () => Candidate.confirm({ token }));
  const { gate, address } = await known(found);
  expect(Gate.judge(gate, "nurture", new Date(here.clock.ms())).ok).toBe(true);
  expect(await Suppression.of(address.addressHash)).toBeUndefined();
});
