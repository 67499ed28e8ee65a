import * as fc from "fast-check";
import { expect, test } from "vitest";
import { derivedId } from "../../packages/core/id.ts";
import { countOf } from "../../packages/core/rebuild/count.ts";
import { type Item, recount } from "../flows/support/recount.ts";

const candidateId = derivedId("cnd", "ada");
const campaignId = derivedId("cmp", "news");
const END = fc.constantFrom("finished", "stopped.replied", "stopped.campaign");
const at = (day: number) => `2026-03-${String(day).padStart(2, "0")}T09:00:00.000Z`;

let told = 0;
const event = (type: string, day: number, data: Item = {}, more: Item = {}): Item => ({
  ...{ __edb_e__: "event", eventId: derivedId("evt", ++told), candidateId, type, at: at(day), data },
  ...more,
});
const way = (type: string, day: number, data: Item = {}) =>
  event(`enrolment.${type}`, day, data, { campaignId });

/** A way through a campaign: begun or left out, let in later, ended, taken up, ended again. */
const enrolment = fc
  .record({
    out: fc.boolean(),
    admitted: fc.boolean(),
    ends: fc.array(END, { maxLength: 3 }),
    open: fc.boolean(),
  })
  .map(({ out, admitted, ends, open }): Item[] => {
    const item = { __edb_e__: "enrolment", candidateId, campaignId, enteredAt: at(1) };
    if (out && !admitted) return [{ ...item, end: "left_out", endedAt: at(1) }];
    const again = ends.slice(1).map((end, n) => way("ended_again", 6 + 2 * n, { end }));
    const resumed = ends
      .slice(0, open ? ends.length : -1)
      .map((end, n) => way("resumed", 5 + 2 * n, { end }));
    const last = open ? undefined : ends.at(-1);
    const ended = last === undefined ? {} : { end: last, endedAt: at(20) };
    return [{ ...item, ...ended }, ...(out ? [way("admitted", 3)] : []), ...again, ...resumed];
  });

const TOUCHES = ["delivered", "bounced", "complained", "opened", "clicked"];
const touch = fc.record({
  what: fc.constantFrom(...TOUCHES),
  data: fc.record({
    verdict: fc.constantFrom("human", "machine"),
    kind: fc.constantFrom("hard", "soft", "suppressed"),
    positive: fc.boolean(),
  }),
});

/** A mail of a campaign, or of none, with what came of it; whether somebody noted its first open and click. */
const mail = fc
  .record({
    n: fc.nat(1000),
    ours: fc.boolean(),
    tracked: fc.boolean(),
    accepted: fc.boolean(),
    noted: fc.boolean(),
    touches: fc.array(touch, { maxLength: 5 }),
  })
  .map(({ n, ours, tracked, accepted, noted, touches }): Item[] => {
    const messageId = derivedId("msg", n, ++told);
    const ids = { messageId, ...(ours ? { campaignId, stepId: "hello" } : {}) };
    const state = accepted ? "accepted" : "unknown";
    const message = { __edb_e__: "message", candidateId, ...ids, state, tracked, settledAt: at(2) };
    const events = touches.map(({ what, data }) => event(`engagement.${what}`, 3, data, ids));
    const firsts = ["opened", "clicked"].filter((of) => noted && touches.some(({ what }) => what === of));
    return [message, ...events, ...firsts.map((of) => event("engagement.first", 3, { of }, ids))];
  });

const coming = fc
  .array(fc.constantFrom("added", "joined", "left", "changed", "erased"))
  .map((types) =>
    types.map((type, n) => event(`candidate.${type}`, 1 + (n % 9), n % 2 ? { known: true } : {})),
  );

/** What entries add up to, what came to nought left out. */
function sumOf(items: readonly Item[]): Record<string, Record<string, number>> {
  const sums: Record<string, Record<string, number>> = {};
  for (const { scope, period, counter, amount = 1 } of countOf(items).flatMap(({ additions }) => additions)) {
    const name = `${scope} ${period}`;
    const sum = sums[name] ?? {};
    sums[name] = { ...sum, [counter]: (sum[counter] ?? 0) + amount };
  }
  const some = Object.entries(sums).map(
    ([name, sum]) => [name, Object.fromEntries(Object.entries(sum).filter(([, n]) => n !== 0))] as const,
  );
  return Object.fromEntries(some.filter(([, sum]) => Object.keys(sum).length > 0));
}

const life = fc.tuple(coming, enrolment, fc.array(mail, { maxLength: 4 }));

test("whatever happened to her, entry by entry it adds up to what other code counts of how she stands", () =>
  fc.assert(
    fc.property(life, ([comings, ways, mails]) => {
      const items = [...comings, ...ways, ...mails.flat()];
      expect(sumOf(items)).toEqual(recount(items));
    }),
    { numRuns: 300 },
  ));

test("each entry has the batch that is stamped on it, a first touch one for itself and one for the person", () => {
  const ids = { messageId: derivedId("msg", "one"), campaignId, stepId: "hello" };
  const opened = event("engagement.opened", 3, { verdict: "human" }, { ...ids, batch: "bat_1" });
  const first = event(
    "engagement.first",
    3,
    { of: "opened" },
    { ...ids, batch: "bat_2", humanBatch: "bat_3" },
  );
  const stamped = { __edb_e__: "enrolment", candidateId, campaignId, end: "finished", endedAt: at(4) };
  const counts = countOf([opened, first, { ...stamped, enteredBatch: "bat_4", endedBatch: "bat_5" }]);
  expect(counts.map(({ of, batch }) => [of, batch])).toEqual([
    ["event", "bat_1"],
    ["first", "bat_2"],
    ["human", "bat_3"],
    ["entered", "bat_4"],
    ["ended", "bat_5"],
  ]);
});

test("what was generated to look around among counts nothing here", () => {
  const joined = event("candidate.joined", 1);
  expect(countOf([{ ...joined, sample: true }])).toEqual([]);
  expect(countOf([joined])).toHaveLength(1);
});
