import { beforeAll, expect, test } from "vitest";
import { Message } from "../../packages/core/message/index.ts";
import { deliver, letter, stateOf } from "./support/letters.ts";
import { meanwhile } from "./support/meanwhile.ts";
import { furnish, known, leave, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const settled = (state: string) => ({
  kind: "settled",
  state,
  mail: { at: expect.any(String), tracked: false },
});

test("a mail that SES takes is accepted, with SES's id", async () => {
  const ada = await member(here, "ada@example.org");
  const mail = await letter(ada);
  expect(await deliver(mail)).toEqual(settled("accepted"));
  expect(await Message.read(ada, mail.messageId)).toMatchObject({
    state: "accepted",
    sesMessageId: expect.stringMatching(/^ses-/),
    sendingAt: expect.any(String),
    settledAt: expect.any(String),
  });
});

test("calling again sends nothing again", async () => {
  const mail = await letter(await member(here, "again@example.org"));
  for (let time = 0; time < 3; time++) expect(await deliver(mail)).toEqual(settled("accepted"));
  expect(here.ses.sentTo("again@example.org")).toBe(1);
});

test("ten at once send one mail", async () => {
  const mail = await letter(await member(here, "ten@example.org"));
  await Promise.all(Array.from({ length: 10 }, () => deliver(mail)));
  expect(here.ses.sentTo("ten@example.org")).toBe(1);
  expect(await stateOf(mail)).toBe("accepted");
});

test("the mail carries our ids, asks for no tracking where she allowed none, and can be left by one click", async () => {
  const quiet = await member(here, "quiet@example.org");
  const mail = await letter(quiet);
  await deliver(mail);
  const sent = here.ses.mails.at(-1);
  const tags = Object.fromEntries((sent?.EmailTags ?? []).map(({ Name, Value }) => [Name, Value]));
  expect(tags).toMatchObject({ message: mail.messageId, candidate: quiet, tracked: "no" });
  for (const value of Object.values(tags)) expect(value).toMatch(/^[A-Za-z0-9_-]{1,256}$/);
  expect(sent?.ConfigurationOverrides).toEqual({
    Tracking: { OpenTrackingEnabled: "DISABLED", ClickTrackingEnabled: "DISABLED" },
  });
  expect(JSON.stringify(sent)).toContain("List-Unsubscribe=One-Click");
});

test("the domain goes to SES in A-labels", async () => {
  await deliver(await letter(await member(here, "Zoe@bücher.example")));
  expect(here.ses.sentTo("Zoe@xn--bcher-kva.example")).toBe(1);
});

test("what SES refuses is rejected, says why, and is not tried again", async () => {
  const mail = await letter(await member(here, "no@example.org"));
  here.ses.answer({ exception: "MessageRejected", message: "It holds a virus." });
  expect(await deliver(mail)).toEqual(settled("rejected"));
  expect(await deliver(mail)).toEqual(settled("rejected"));
  expect(here.ses.sentTo("no@example.org")).toBe(0);
  expect(await Message.read(mail.known.candidate.candidateId, mail.messageId)).toMatchObject({
    failure: "MessageRejected",
  });
});

test.each([
  ["throttled", { exception: "TooManyRequestsException" }, 5],
  ["paused", { exception: "SendingPausedException" }, 900],
  ["out of quota", { exception: "LimitExceededException", message: "Daily message quota exceeded" }, 3600],
  ["set up wrongly", { exception: "NotFoundException" }, 900],
  [
    "ignorant of the sender",
    { exception: "MessageRejected", message: "Email address is not verified." },
    900,
  ],
  ["closed to us", { exception: "AccessDeniedException" }, 900],
])(
  "while SES is %s nothing is lost: the same mail leaves later, once, and nothing is said against it",
  async (what, answer, seconds) => {
    const email = `${what.replaceAll(" ", "-")}@example.org`;
    const candidateId = await member(here, email);
    const mail = await letter(candidateId);
    here.ses.answer(answer);
    const delivery = await deliver(mail);
    const notBefore = new Date(here.clock.ms() + seconds * 1000);
    expect(delivery).toMatchObject({ kind: "open", notBefore, code: expect.stringMatching(/^ses\./) });
    expect(await stateOf(mail)).toBe("dropped");
    here.clock.forward(seconds * 1000);
    expect(await deliver({ ...mail, known: await known(candidateId) })).toEqual(settled("accepted"));
    expect(here.ses.sentTo(email)).toBe(1);
    expect((await Message.read(candidateId, mail.messageId))?.failure).toBeUndefined();
  },
);

test("a campaign that wants it no more drops the mail; once it wants it again, the same mail leaves", async () => {
  const stop = await member(here, "stop@example.org");
  const mail = await letter(stop, { wanted: async () => false });
  expect(await deliver(mail)).toMatchObject({ kind: "open", code: "stopped" });
  expect(await stateOf(mail)).toBe("dropped");
  expect(here.ses.sentTo("stop@example.org")).toBe(0);
  const again = { ...mail, known: await known(stop), wanted: async () => true };
  expect(await deliver(again)).toEqual(settled("accepted"));
});

test("an unsubscribe that is there before the last look keeps the mail here", async () => {
  const swift = await member(here, "swift@example.org");
  const mail = await letter(swift);
  await meanwhile(
    () => leave(swift),
    () => deliver(mail),
  );
  expect(here.ses.sentTo("swift@example.org")).toBe(0);
});

test("while SES keeps refusing, the pauses between tries double, up to an end, and the mail still leaves once", async () => {
  const patient = await member(here, "patient@example.org");
  const mail = await letter(patient);
  const pauses: number[] = [];
  for (let time = 0; time < 14; time++) {
    here.ses.answer({ exception: "TooManyRequestsException" });
    const delivery = await deliver({ ...mail, known: await known(patient) });
    if (delivery.kind !== "open") throw new Error("SES was to refuse it");
    pauses.push(delivery.notBefore.getTime() - here.clock.ms());
    here.clock.forward(pauses.at(-1) ?? 0);
  }
  expect(pauses.slice(0, 4)).toEqual([5000, 10_000, 20_000, 40_000]);
  expect(pauses.at(-1)).toBe(pauses.at(-2));
  expect(await deliver({ ...mail, known: await known(patient) })).toEqual(settled("accepted"));
  expect(here.ses.sentTo("patient@example.org")).toBe(1);
});
