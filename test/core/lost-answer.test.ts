import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Message } from "../../packages/core/message/index.ts";
import { claimed, deliver, letter, sending, stateOf } from "./support/letters.ts";
import { as, furnish, known, leave, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);
const HOUR_MS = 3_600_000;
const person = Candidate.person({ campaigns: async () => new Map(), templates: async () => new Map() });
const report = { to: "accepted" as const, sesMessageId: "ses-late" };

test("a sender that died with its claim leaves a mail that is sent once, by the next", async () => {
  const ada = await member(here, "ada@example.org");
  const mail = await letter(ada, { class: "process" });
  const dead = await claimed(mail);
  expect(await deliver(mail)).toEqual({
    kind: "open",
    code: "claim.running",
    notBefore: new Date(dead.sendBy),
  });
  here.clock.forward(10_000);
  expect(await deliver({ ...mail, known: await known(ada) })).toMatchObject({
    kind: "settled",
    state: "accepted",
  });
  expect(here.ses.sentTo("ada@example.org")).toBe(1);
});

test("a campaign's sender that died with its claim left her place: the next one takes it", async () => {
  const eve = await member(here, "eve@example.org");
  const mail = await letter(eve);
  await claimed(mail);
  expect(await deliver(mail)).toMatchObject({ kind: "open", code: "claim.lost" });
  expect(await deliver({ ...mail, known: await known(eve) })).toMatchObject({ state: "accepted" });
  expect(here.ses.sentTo("eve@example.org")).toBe(1);
});

test("a mail whose answer was lost is not sent again, and SES's own report settles it", async () => {
  const lost = await member(here, "lost@example.org");
  const mail = await letter(lost);
  here.ses.answer("lost");
  expect(await deliver(mail)).toMatchObject({ kind: "open", code: "sending" });
  for (let hour = 0; hour < 5; hour++) {
    here.clock.forward(HOUR_MS);
    expect(await deliver(mail)).toMatchObject({ kind: "open", code: "sending" });
  }
  const settled = await Message.settleByReport(lost, mail.messageId, report);
  expect(settled?.messageId).toBe(mail.messageId);
  expect(await deliver(mail)).toMatchObject({ kind: "settled", state: "accepted" });
  expect(here.ses.sentTo("lost@example.org")).toBe(1);
});

test("after six hours without a report it is unknown: shown, never sent again, whatever is reported later", async () => {
  const mail = await letter(await member(here, "silent@example.org"));
  await sending(mail);
  here.clock.forward(6 * HOUR_MS - 1);
  expect(await deliver(mail)).toMatchObject({ kind: "open", code: "sending" });
  here.clock.forward(1);
  expect(await deliver(mail)).toMatchObject({ kind: "settled", state: "unknown" });
  here.clock.forward(48 * HOUR_MS);
  expect(await deliver(mail)).toMatchObject({ kind: "settled", state: "unknown" });
  expect(
    await Message.settleByReport(mail.known.candidate.candidateId, mail.messageId, report),
  ).toBeUndefined();
  expect(here.ses.sentTo("silent@example.org")).toBe(0);
});

test("reports that come twice, late or the other way round change nothing more", async () => {
  const mail = await letter(await member(here, "shuffled@example.org"));
  const { candidateId } = mail.known.candidate;
  await sending(mail);
  const reports = [report, { ...report, to: "rejected" as const, failure: "Reject" }, report];
  const settled = await Promise.all(
    reports.map((one) => Message.settleByReport(candidateId, mail.messageId, one)),
  );
  const first = await Message.read(candidateId, mail.messageId);
  for (const [index, { to }] of reports.entries())
    expect(settled[index]?.state).toBe(to === first?.state ? to : undefined);
  for (const one of reports) await Message.settleByReport(candidateId, mail.messageId, one);
  expect(await Message.read(candidateId, mail.messageId)).toEqual(first);
});

test("a report about a mail that only was claimed, or that nobody knows, settles nothing", async () => {
  const mail = await letter(await member(here, "early@example.org"), { class: "process" });
  const { candidateId } = mail.known.candidate;
  await claimed(mail);
  expect(await Message.settleByReport(candidateId, mail.messageId, report)).toBeUndefined();
  expect(await stateOf(mail)).toBe("claimed");
  expect(await Message.settleByReport(candidateId, `msg_${"0".repeat(26)}`, report)).toBeUndefined();
});

test("looking at her mail gives up what is overdue, once, and leaves everything else", async () => {
  const mail = await letter(await member(here, "look@example.org"));
  const { candidateId } = mail.known.candidate;
  await sending(mail);
  expect((await Message.standing(candidateId, mail.messageId))?.state).toBe("sending");
  here.clock.forward(6 * HOUR_MS);
  const [one, other] = await Promise.all([
    Message.standing(candidateId, mail.messageId),
    Message.standing(candidateId, mail.messageId),
  ]);
  expect([one?.state, other?.state]).toEqual(["unknown", "unknown"]);
});

test("of somebody who left meanwhile her timeline says in time that it is unknown, though nobody looks at the mail again", async () => {
  const gone = await member(here, "gone@example.org");
  const mail = await letter(gone);
  await sending(mail);
  await leave(gone);
  const told = async () => (await as("recruiter", () => person({ candidateId: gone }))).timeline;
  expect((await told()).map(({ type }) => type)).toContain("message.sending");
  here.clock.forward(6 * HOUR_MS);
  expect((await told()).map(({ type }) => type)).toContain("message.unknown");
});
