import { beforeAll, expect, test } from "vitest";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Message } from "../../packages/core/message/index.ts";
import { entities } from "../../packages/core/service.ts";
import { campaign, enter, mailOf } from "./support/campaigns.ts";
import { intercept, outage } from "./support/intercept.ts";
import { letter, report, sending } from "./support/letters.ts";
import { furnish, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

/** Somebody whose mail is with SES, and whose sender died. */
async function inDoubt(email: string) {
  const welcome = await campaign();
  const candidateId = await member(here, email);
  await enter(candidateId, welcome);
  const messageId = await mailOf(candidateId, welcome);
  await sending(await letter(candidateId, { messageId, campaignId: welcome }));
  return { welcome, candidateId, messageId };
}

test("a report whose reader died after settling the mail moves her on when it comes again", async () => {
  const { welcome, candidateId, messageId } = await inDoubt("again@example.org");
  const first = await intercept(moving, outage, () => report(candidateId, messageId));
  expect(first.status).toBe("rejected");
  expect((await Message.read(candidateId, messageId))?.state).toBe("accepted");
  for (let time = 0; time < 2; time++) await report(candidateId, messageId);
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({
    end: "finished",
    reason: { code: "sent" },
    revision: 1,
  });
});

test("a report that loses against a worker that made her wait comes again, and she does not wait for hours", async () => {
  const { welcome, candidateId, messageId } = await inDoubt("lost@example.org");
  const reason = { code: "waiting.ses", inputs: {}, at: here.clock.iso() };
  const dueAt = new Date(here.clock.ms() + 6 * 3_600_000).toISOString();
  const first = await intercept(
    moving,
    async (send) => {
      await Enrolment.move(await Enrolment.read(candidateId, welcome), { kind: "wait", dueAt, reason });
      return send();
    },
    () => report(candidateId, messageId),
  );
  expect(first.status).toBe("rejected");
  await report(candidateId, messageId);
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({ reason: { code: "sent" } });
});

const bounce = { bounceType: "Permanent", bounceSubType: "General", timestamp: "2026-03-02T09:00:00Z" };
test.each([
  { eventType: "Delivery", delivery: { timestamp: "2026-03-02T09:00:00Z" } },
  { eventType: "Bounce", bounce: { ...bounce, feedbackId: "f-1" } },
  { eventType: "Complaint", complaint: { timestamp: "2026-03-02T09:00:00Z", feedbackId: "f-2" } },
])("where the report of its sending was lost, $eventType proves that SES took it", async (record) => {
  const { welcome, candidateId, messageId } = await inDoubt(`${record.eventType}@example.org`);
  await report(candidateId, messageId, record);
  expect((await Message.read(candidateId, messageId))?.state).toBe("accepted");
  expect(await Enrolment.read(candidateId, welcome)).toMatchObject({ reason: { code: "sent" } });
});

test("a report about an earlier mail of hers leaves her where she stands", async () => {
  const { welcome, candidateId, messageId } = await inDoubt("further@example.org");
  await entities.enrolment.patch({ candidateId, campaignId: welcome }).set({ visit: 1 }).go();
  const before = await Enrolment.read(candidateId, welcome);
  await report(candidateId, messageId);
  expect(await Enrolment.read(candidateId, welcome)).toEqual(before);
});

const moving = ({ name, text }: { name: string; text: string }) =>
  /^(UpdateItem|TransactWriteItems)Command$/.test(name) && text.includes("enrolment_");
