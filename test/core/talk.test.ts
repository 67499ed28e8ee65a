import { beforeAll, expect, test } from "vitest";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Event } from "../../packages/core/event/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { campaign, enter } from "./support/campaigns.ts";
import { intercept } from "./support/intercept.ts";
import { as, furnish, leave, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const replied = (candidateId: string) => as("recruiter", () => Candidate.replied({ candidateId }));
const takeBack = (candidateId: string, actId: string) =>
  as("recruiter", () => Candidate.takeBack({ candidateId, actId }));
const gateOf = async (candidateId: string) => {
  const gate = await Gate.read(candidateId);
  if (!gate) throw new Error("She has no gate");
  return gate;
};
const warm = async (candidateId: string) =>
  (await Event.warmOn(here.clock.iso().slice(0, 10))).filter(
    (event) => event.candidateId === candidateId && event.type === "engagement.replied",
  );

test("she replied: at her gate, on her line, warm, in the log by the colleague", async () => {
  const ada = await member(here, "ada@example.org");
  const { actId } = await replied(ada);
  const gate = await gateOf(ada);
  expect(gate.repliedAt).toBe(here.clock.iso());
  expect(gate.marks.map(({ kind }) => kind)).toContain("r");
  expect(await warm(ada)).toHaveLength(1);
  expect(await here.items({ eventId: actId })).toMatchObject([
    { type: "engagement.replied", recruiterId: "recruiter" },
  ]);
});

test("a worker that moves her at the same time does not keep her in the campaign", async () => {
  const campaignId = await campaign();
  const moved = await member(here, "moved@example.org");
  const { dueAt = "" } = await enter(moved, campaignId);
  const worker = async () => {
    const enrolment = await Enrolment.read(moved, campaignId);
    await Enrolment.move(enrolment, {
      kind: "wait",
      dueAt,
      reason: { code: "waited", inputs: {}, at: dueAt },
    });
  };
  const ending = ({ name, text }: { name: string; text: string }) =>
    name === "TransactWriteItemsCommand" && text.includes("stopped.replied");
  await intercept(
    ending,
    async (send) => {
      await worker();
      return send();
    },
    () => replied(moved),
  );
  expect((await Enrolment.read(moved, campaignId)).end).toBe("stopped.replied");
});

test("taken back, all is as it was before, once and for all", async () => {
  const back = await member(here, "back@example.org");
  const before = await gateOf(back);
  const { actId } = await replied(back);
  await takeBack(back, actId);
  await takeBack(back, actId);
  const { revision: _, ...after } = await gateOf(back);
  const { revision: __, ...first } = before;
  expect(after).toEqual(first);
  expect(await warm(back)).toEqual([]);
  expect(await here.items({ candidateId: back, type: "candidate.taken_back" })).toHaveLength(1);
});

test("only the latest can be taken back; after it the one before stands again", async () => {
  const twice = await member(here, "twice@example.org");
  const first = await replied(twice);
  const { repliedAt } = await gateOf(twice);
  here.clock.forward(86_400_000);
  const second = await replied(twice);
  await expect(takeBack(twice, first.actId)).rejects.toMatchObject({ code: "candidate.act_overtaken" });
  await takeBack(twice, second.actId);
  expect((await gateOf(twice)).repliedAt).toBe(repliedAt);
  expect((await gateOf(twice)).marks.filter(({ kind }) => kind === "r")).toHaveLength(1);
});

test("contacted is remembered at the gate and can be taken back", async () => {
  const talked = await member(here, "talked@example.org");
  const { actId } = await as("recruiter", () => Candidate.contacted({ candidateId: talked }));
  expect((await gateOf(talked)).contactedAt).toBe(here.clock.iso());
  await takeBack(talked, actId);
  expect(await gateOf(talked)).not.toHaveProperty("contactedAt");
});

test("what is no such act can't be taken back", async () => {
  const other = await member(here, "other@example.org");
  const [joined] = await here.items({ candidateId: other, type: "candidate.joined" });
  await expect(takeBack(other, String(joined?.eventId))).rejects.toMatchObject({ kind: "missing" });
});

test("do not contact shuts her gate with its reason, whatever she allowed, and can be lifted", async () => {
  const shut = await member(here, "shut@example.org");
  const ask = (on: boolean, reason?: string) =>
    as("recruiter", () => Candidate.doNotContact({ candidateId: shut, on, ...(reason ? { reason } : {}) }));
  await ask(true, "Asked on the phone");
  await ask(true, "Asked on the phone");
  const gate = await gateOf(shut);
  expect(gate).toMatchObject({ doNotContact: true, doNotContactReason: "Asked on the phone" });
  expect(Gate.judge(gate, "nurture", new Date(here.clock.ms()))).toMatchObject({ code: "do_not_contact" });
  const stops = async () =>
    (await Candidate.everybody()).find(({ candidateId }) => candidateId === shut)?.stop;
  expect(await stops()).toBe("do_not_contact");
  await ask(false);
  expect(await stops()).toBeUndefined();
  expect(await gateOf(shut)).not.toHaveProperty("doNotContactReason");
  expect(await here.items({ candidateId: shut, type: "candidate.do_not_contact" })).toHaveLength(2);
});

test("of somebody who left a reply can still be noted", async () => {
  const left = await member(here, "left@example.org");
  await leave(left);
  await replied(left);
  expect((await gateOf(left)).repliedAt).toBe(here.clock.iso());
});
