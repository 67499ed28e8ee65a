import fc from "fast-check";
import { expect, test } from "vitest";
import { Actor } from "../../packages/core/actor.ts";
import { Engagement } from "../../packages/core/engagement/index.ts";
import { tell } from "../../packages/core/engagement/tell.ts";

const id = (prefix: string) => `${prefix}_${"0".repeat(26)}`;
const tags = {
  candidate: [id("cnd")],
  message: [id("msg")],
  trace: [id("trc")],
  campaign: [id("cmp")],
  step: ["hello"],
  tracked: ["yes"],
};
const SENT = "2026-03-02T09:00:00.000Z";
const CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0.0.0 Safari/537.36";
const mail = { timestamp: SENT, messageId: "ses-1", tags };
const touch = { timestamp: "2026-03-02T10:00:00.000Z", userAgent: CHROME, ipAddress: "192.0.2.7" };
const link = "https://jobs.acme.example/nurse?email=ada@example.org#apply";

/** What one SES record counts, and under which keys. */
function told(detail: object) {
  const record = Engagement.Record.parse({ mail, ...detail });
  const subject = Engagement.subjectOf(record);
  if (!subject) throw new Error("It is not about a mail of ours");
  return Actor.run({ kind: "system", id: "test", trace: id("trc") }, () => tell(record, subject));
}
const counts = (detail: object) => told(detail).flatMap(({ counts, human = [] }) => [...counts, ...human]);

test("a person's click counts raw and human, as a click and as the first", () => {
  expect(counts({ eventType: "Click", click: { ...touch, link } })).toEqual([
    "clicksRaw",
    "clicksHuman",
    "clickedRaw",
    "clickedHuman",
  ]);
});

test("first clicks are counted by mail: one person in two mails is two, twice in one mail is one", () => {
  const firsts = (message: string, timestamp: string) =>
    told({
      eventType: "Click",
      mail: { ...mail, tags: { ...tags, message: [message] } },
      click: { ...touch, timestamp, link },
    })
      .filter(({ human }) => human?.includes("clickedHuman"))
      .map(({ draft }) => draft.eventId);
  const another = `msg_${"1".repeat(26)}`;
  const all = [
    ...firsts(id("msg"), touch.timestamp),
    ...firsts(id("msg"), "2026-03-02T11:00:00.000Z"),
    ...firsts(another, touch.timestamp),
  ];
  expect([all.length, new Set(all).size]).toEqual([3, 2]);
});

test("a machine's counts raw only", () => {
  const click = { ...touch, link, timestamp: SENT };
  expect(counts({ eventType: "Click", click })).toEqual(["clicksRaw", "clickedRaw"]);
});

test.each([
  ["a mailbox that does not exist", "Permanent", "General", ["bouncedHard"]],
  ["a full mailbox", "Transient", "MailboxFull", ["bouncedSoft"]],
  ["a bounce nobody understands", "Undetermined", "Undetermined", ["bouncedSoft"]],
  ["SES's own suppression", "Permanent", "OnAccountSuppressionList", []],
])("%s counts as what it is", (_, bounceType, bounceSubType, expected) => {
  const bounce = { bounceType, bounceSubType, timestamp: touch.timestamp, feedbackId: "f" };
  expect(counts({ eventType: "Bounce", bounce })).toEqual(expected);
});

test("a complaint counts; 'this is not spam' does not", () => {
  const complaint = { timestamp: touch.timestamp, feedbackId: "f" };
  expect(counts({ eventType: "Complaint", complaint })).toEqual(["complained"]);
  const positive = { ...complaint, complaintFeedbackType: "not-spam" };
  expect(counts({ eventType: "Complaint", complaint: positive })).toEqual([]);
});

test("only what was delivered and tracked stands under the rates of opens and clicks", () => {
  const delivery = { eventType: "Delivery", delivery: { timestamp: touch.timestamp } };
  expect(counts(delivery)).toEqual(["delivered", "deliveredTracked"]);
  expect(counts({ ...delivery, mail: { ...mail, tags: { ...tags, tracked: ["no"] } } })).toEqual([
    "delivered",
  ]);
});

test("told twice is told once: the same record has the same keys, another moment or link has others", () => {
  const keys = (click: object) => told({ eventType: "Click", click }).map(({ draft }) => draft.eventId);
  expect(keys({ ...touch, link })).toEqual(keys({ ...touch, link }));
  const [first, ...firsts] = keys({ ...touch, link });
  const [later, ...latersFirsts] = keys({ ...touch, link, timestamp: "2026-03-02T11:00:00.000Z" });
  expect(later).not.toBe(first);
  expect(latersFirsts).toEqual(firsts);
  expect(keys({ ...touch, link: "https://jobs.acme.example/cook" })[0]).not.toBe(first);
});

test("nothing is kept of where she clicked from, nor what the link says about her", () => {
  const stored = JSON.stringify(told({ eventType: "Click", click: { ...touch, link } }));
  expect(stored).toContain("https://jobs.acme.example/nurse");
  expect(stored).not.toMatch(/ada@|email=|192\.0|Chrome|#apply/);
});

test("mail that is not ours, or whose tags somebody else made up, is passed over", () => {
  const others = [
    {},
    { candidate: ["ada"] },
    { ...tags, candidate: ["ada@example.org"] },
    { ...tags, trace: ["x y"] },
  ];
  for (const foreign of others) {
    const record = { eventType: "Open", mail: { ...mail, tags: foreign }, open: touch };
    expect(Engagement.subjectOf(Engagement.Record.parse(record))).toBeUndefined();
    expect(Engagement.entriesOf(Engagement.Record.parse(record))).toEqual([]);
  }
});

test("whatever is published as an SES record, reading it says yes or no and nothing breaks", () =>
  fc.assert(
    fc.property(fc.anything(), (detail) => {
      expect(typeof Engagement.Record.safeParse(detail).success).toBe("boolean");
    }),
  ));
