import { beforeAll, expect, test } from "vitest";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Enrolment } from "../../packages/core/enrolment/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { entities } from "../../packages/core/service.ts";
import { crowd } from "../flows/support/crowd.ts";
import { campaign, enter, turn, work } from "./support/campaigns.ts";
import { meanwhile } from "./support/meanwhile.ts";
import { as, furnish, leave, member } from "./support/people.ts";
import { table } from "./support/table.ts";

const here = table();
beforeAll(furnish);

const placeOf = async (candidateId: string) => (await Gate.read(candidateId))?.campaignId;

test("who is in a campaign is left out of the next, which says of which; the end of the first frees her", async () => {
  const [first, second] = [await campaign(), await campaign()];
  const ada = await member(here, "ada@example.org");
  await enter(ada, first);
  expect(await placeOf(ada)).toBe(first);
  expect(await enter(ada, second)).toMatchObject({
    end: "left_out",
    reason: { code: "skipped.other_campaign", inputs: { campaignId: first } },
  });
  await work(first);
  expect(await Enrolment.read(ada, first)).toMatchObject({ end: "finished" });
  expect(await placeOf(ada)).toBeUndefined();
});

test("who enters two at the same moment is in one of them", async () => {
  const [first, second] = [await campaign(), await campaign()];
  const bea = await member(here, "bea@example.org");
  await meanwhile(
    () => enter(bea, first),
    () => enter(bea, second),
  );
  const ends = await Promise.all([first, second].map((id) => Enrolment.read(bea, id)));
  expect(ends.map(({ end }) => end).sort()).toEqual(["left_out", undefined]);
});

test("who was left out may enter later, once; what counts her follows", async () => {
  const [first, second] = [await campaign(), await campaign()];
  const cleo = await member(here, "cleo@example.org");
  await enter(cleo, first);
  await enter(cleo, second);
  await work(first);
  // Past the cap, so that the second may write to her as well.
  here.clock.forward(4 * 86_400_000);
  const back = await enter(cleo, second);
  expect(back).toMatchObject({ stepId: "hello", reason: { code: "entered.form" }, dueAt: here.clock.iso() });
  expect(back.end).toBeUndefined();
  expect(back.way.map(({ code }) => code)).toEqual(["skipped.other_campaign", "entered.form"]);
  expect(await here.items({ type: "enrolment.admitted", candidateId: cleo })).toHaveLength(1);
  await work(second);
  expect(await enter(cleo, second)).toMatchObject({ end: "finished" });
});

test("who may not be written to is left out with the reason, and stands in no index of who is due", async () => {
  const welcome = await campaign();
  const [sold = "", gone = ""] = await crowd(2, (n) => (n === 0 ? { gate: { permissions: {} } } : {}));
  await entities.gate.patch({ candidateId: gone }).set({ suppressed: "complaint" }).go();
  expect(await enter(sold, welcome)).toMatchObject({ reason: { code: "skipped.no_consent" } });
  expect(await enter(gone, welcome)).toMatchObject({ reason: { code: "skipped.suppressed" } });
  const items = await here.items({ campaignId: welcome, __edb_e__: "enrolment" });
  expect(items).toHaveLength(2);
  for (const item of items)
    expect([item.gsi4pk, item.gsi4sk, item.dueAt]).toEqual([undefined, undefined, undefined]);
  expect(await as("system", () => Enrolment.earliest(welcome))).toEqual([]);
});

test("every way out gives her place back: leaving, a stop, and an erasure that is told late", async () => {
  const [one, two] = [await campaign(), await campaign()];
  const [dora, emma] = [await member(here, "dora@example.org"), await member(here, "emma@example.org")];
  await enter(dora, one);
  await enter(emma, two);
  await leave(dora);
  await work(one);
  expect(await Enrolment.read(dora, one)).toMatchObject({ end: "stopped.unsubscribed" });
  await turn(two, "stop");
  await work(two);
  expect(await Enrolment.read(emma, two)).toMatchObject({ end: "stopped.campaign" });
  expect([await placeOf(dora), await placeOf(emma)]).toEqual([undefined, undefined]);

  const three = await campaign();
  const fay = await member(here, "fay@example.org");
  await enter(fay, three);
  const gone = { candidateId: fay, permissions: {}, claims: [], marks: [], erased: true, revision: 99 };
  await entities.gate.put(gone).go();
  const reason = { code: "stopped.erased", inputs: {}, at: here.clock.iso() };
  expect(await as("system", () => Enrolment.endAll(fay, "stopped.erased", reason))).toBe(1);
  expect(await Enrolment.read(fay, three)).toMatchObject({ end: "stopped.erased" });
  expect((await Campaign.read(three)).state).toBe("running");
});
