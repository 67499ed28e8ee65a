import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Candidate } from "../../packages/core/candidate/index.ts";
import { Engagement } from "../../packages/core/engagement/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { newId } from "../../packages/core/id.ts";
import type { Info as Rule } from "../../packages/core/rule/index.ts";
import { Segment } from "../../packages/core/segment/index.ts";
import { Template } from "../../packages/core/template/index.ts";
import { handler as enrol } from "../../packages/functions/subscribers/enrol.ts";
import { crowd, idOf } from "../flows/support/crowd.ts";
import { quiet } from "../functions/support/log.ts";
import { calls } from "./support/calls.ts";
import { enter, campaign as ofForm, turn } from "./support/campaigns.ts";
import { hear } from "./support/heard.ts";
import { as, furnish } from "./support/people.ts";
import { table } from "./support/table.ts";

quiet();
const here = table();
beforeAll(furnish);

const lately = (what: "clicked" | "replied" | "contacted") => ({ kind: "happened" as const, what, days: 30 });
const nurses: Rule = { kind: "set", fact: "tags", op: "any_of", values: ["nurse"] };
const notLately: Rule = { kind: "not", rule: { kind: "happened", what: "contacted", days: 90 } };

/** A campaign that goes on for whoever the rule matches, started. */
async function continuing(rule: Rule): Promise<string> {
  const wording = { subject: "Hello", body: "Hello" };
  return as("recruiter", async () => {
    const { templateId } = await Template.create({ name: "Hello", wordings: { en: wording, de: wording } });
    const { segmentId } = await Segment.create({ name: newId("seg"), rule });
    const { campaignId, revision } = await Campaign.create({
      name: "Hello",
      entry: { kind: "segment", segmentId, mode: "continuing" },
      steps: [{ stepId: "hello", kind: "email", templateId, hours: "any" }],
    });
    const launched = await Campaign.launch({ campaignId, revision });
    await Campaign.startNow({ campaignId, revision: launched.revision });
    return campaignId;
  });
}

const inside = async (campaignId: string) =>
  (await here.items({ campaignId, __edb_e__: "enrolment" }))
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ candidateId }) => candidateId);

const clicked = (candidateId: string, verdict: "human" | "machine") =>
  as("system", () =>
    Engagement.Events.Clicked({
      ...{ candidateId, messageId: newId("msg"), verdict, rule: "ordinary", link: "https://acme.example/" },
    }),
  );

/** What the log says of her by now, of this type. */
const told = (candidateId: string, type: string) => here.items({ __edb_e__: "event", candidateId, type });

test("who clicks herself enters a campaign for who clicked at once, before her gate says so; a machine's click lets nobody in", async () => {
  await crowd(3, () => ({ tracking: true }));
  const [on, others] = [await continuing(lately("clicked")), await continuing(nurses)];
  expect(await hear(enrol, [{ ...(await clicked(idOf(1), "machine")) }])).toBe(0);
  expect(await inside(on)).toEqual([]);
  const click = { ...(await clicked(idOf(0), "human")) };
  for (let time = 0; time < 2; time++) expect(await hear(enrol, [click])).toBe(0);
  expect([await inside(on), await inside(others)]).toEqual([[idOf(0)], []]);
  for (const id of [on, others]) await turn(id, "stop");
});

test("a click of long ago that is told late lets nobody in", async () => {
  await crowd(1, () => ({ tracking: true }));
  const on = await continuing(lately("clicked"));
  const click = { ...(await clicked(idOf(0), "human")) };
  here.clock.forward(31 * 86_400_000);
  expect(await hear(enrol, [click])).toBe(0);
  expect(await inside(on)).toEqual([]);
  await turn(on, "stop");
});

test("a click costs no reading of a person where no campaign asks for clicks, and a machine's none at all", async () => {
  await crowd(2, () => ({ tracking: true, profile: { tags: ["nurse"] } }));
  const on = await continuing(nurses);
  const [human, machine] = [await clicked(idOf(0), "human"), await clicked(idOf(0), "machine")];
  const made = await calls(() => hear(enrol, [{ ...human }]));
  expect(made).toEqual({ QueryCommand: 1 });
  expect(await calls(() => hear(enrol, [{ ...machine }]))).toEqual({});
  await turn(on, "stop");
});

test("who was talked to enters a campaign for them", async () => {
  await crowd(1);
  const on = await continuing(lately("contacted"));
  await as("recruiter", () => Candidate.contacted({ candidateId: idOf(0) }));
  await hear(enrol, await told(idOf(0), "candidate.contacted"));
  expect(await inside(on)).toEqual([idOf(0)]);
  await turn(on, "stop");
});

test("who answered enters a campaign for them once the one that she answered has let her go, whatever is heard first", async () => {
  await crowd(2);
  const [first, on, others] = [await ofForm(), await continuing(lately("replied")), await continuing(nurses)];
  for (const n of [0, 1]) await enter(idOf(n), first);
  for (const [n, early] of [
    [0, true],
    [1, false],
  ] as const) {
    await as("recruiter", () => Candidate.replied({ candidateId: idOf(n) }));
    const replies = await told(idOf(n), "engagement.replied");
    const ended = { ...(await Enrolment.read(idOf(n), first)), type: "enrolment.ended" };
    await hear(enrol, early ? [...replies, ended] : [ended, ...replies]);
  }
  expect((await inside(on)).sort()).toEqual([idOf(0), idOf(1)].sort());
  expect(await inside(others)).toEqual([]);
  for (const id of [first, on, others]) await turn(id, "stop");
});

test("who may be written to again enters the campaigns she matches", async () => {
  await crowd(1, () => ({ profile: { tags: ["nurse"] } }));
  const on = await continuing(nurses);
  const bar = (to: boolean) =>
    as("recruiter", () => Candidate.doNotContact({ candidateId: idOf(0), on: to }));
  await bar(true);
  const [barred = {}] = await told(idOf(0), "candidate.do_not_contact");
  await hear(enrol, [barred]);
  expect(await inside(on)).toEqual([]);
  await bar(false);
  await hear(enrol, await told(idOf(0), "candidate.do_not_contact"));
  expect(await inside(on)).toEqual([idOf(0)]);
  await turn(on, "stop");
});

test("days that pass let her into a campaign that counts them; once a day everybody is looked at for it", async () => {
  await crowd(3, (n) => ({ gate: n < 2 ? { contactedAt: here.clock.iso() } : { campaignId: newId("cmp") } }));
  const [on, others] = [await continuing(notLately), await continuing(nurses)];
  for (const [campaignId, ripens] of [
    [on, true],
    [others, undefined],
  ] as const)
    expect((await as("viewer", () => Campaign.launchPage({ campaignId }))).entry.ripens).toBe(ripens);
  const day = () => as("system", () => Campaign.ripen(() => 300_000));
  // One of them is in another campaign: she is left out, and comes when she is free.
  expect(await day()).toEqual({ campaigns: 1, entered: 0 });
  here.clock.forward(91 * 86_400_000);
  expect(await day()).toEqual({ campaigns: 1, entered: 2 });
  expect((await inside(on)).sort()).toEqual([idOf(0), idOf(1)].sort());
  expect(await inside(others)).toEqual([]);
  expect(await day()).toEqual({ campaigns: 1, entered: 0 });
  for (const id of [on, others]) await turn(id, "stop");
});

test("the daily look reads nobody where no campaign counts days, and says when its time is up", async () => {
  const on = await continuing(nurses);
  const look = (remaining: number) => as("system", () => Campaign.ripen(() => remaining));
  expect((await calls(() => look(300_000))).QueryCommand).toBe(1);
  await turn(on, "stop");
  const timed = await continuing(notLately);
  await expect(look(0)).rejects.toThrow("Not everybody");
  await turn(timed, "stop");
});
