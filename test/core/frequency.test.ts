import fc from "fast-check";
import { expect, test } from "vitest";
import { freeAt } from "../../packages/core/campaign/frequency.ts";
import { Campaign } from "../../packages/core/campaign/index.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { now, open } from "./support/gates.ts";
import { policy } from "./support/situations.ts";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const journey = [
  { stepId: "hello", kind: "email" as const, templateId: `tpl_${"0".repeat(26)}`, hours: "any" as const },
];

const decide = (gate: Gate.Info, at: Date) =>
  Campaign.advance(
    {
      campaign: { state: "running", grid: 15 },
      journey,
      policy,
      enrolment: { stepId: "hello", visit: 0 },
      gate,
      hasAddress: true,
      hasTemplate: true,
      missing: [],
    },
    at,
  );

/** When her mails leave, if campaigns want to write at these moments, each waiting as long as it is told to. */
function departures(wishes: readonly number[]): number[] {
  const left: number[] = [];
  let gate: Gate.Info = open;
  const queue = wishes.map((hour) => now.getTime() + hour * HOUR_MS).sort((a, b) => a - b);
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    const decision = decide(gate, new Date(at));
    if (decision.act === "send") {
      gate = { ...gate, ...Gate.withClaim(gate, `msg_${left.length}`, new Date(at)) };
      left.push(at);
    } else if (decision.act === "move" && decision.move.kind === "wait") {
      queue.push(Date.parse(decision.move.dueAt));
      queue.sort((a, b) => a - b);
    }
  }
  return left;
}

const wishes = fc.array(fc.nat({ max: 24 * 90 }), { minLength: 1, maxLength: 12 });

test("however many campaigns want to write, she gets one mail in three days and four in thirty", () =>
  fc.assert(
    fc.property(wishes, (hours) => {
      const mails = departures(hours);
      for (const [index, at] of mails.entries()) {
        expect(at - (mails[index - 1] ?? 0)).toBeGreaterThanOrEqual(3 * DAY_MS);
        expect(at - (mails[index - 4] ?? 0)).toBeGreaterThanOrEqual(30 * DAY_MS);
      }
    }),
  ));

test("a mail that has to wait comes: none is forgotten", () =>
  fc.assert(
    fc.property(wishes, (hours) => {
      expect(departures(hours)).toHaveLength(hours.length);
    }),
  ));

test("what was deferred says until when: the next slot, and is free at that very moment", () => {
  const yesterday = new Date(now.getTime() - DAY_MS).toISOString();
  const gate = { ...open, claims: [{ messageId: `msg_${"0".repeat(26)}`, at: yesterday }] };
  const decision = decide(gate, now);
  const until = new Date(now.getTime() + 2 * DAY_MS + 15 * 60_000).toISOString();
  expect(decision).toMatchObject({
    act: "move",
    move: { kind: "wait", dueAt: until, reason: { code: "deferred.frequency_cap", inputs: { until } } },
  });
  expect(decide(gate, new Date(until)).act).toBe("send");
});

test("the order in which her mails are kept does not matter", () =>
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 24 * 40 }), { maxLength: 8 }), (hours) => {
      const claims = hours.map((hour) => ({
        messageId: `msg_${"0".repeat(26)}`,
        at: new Date(now.getTime() - hour * HOUR_MS).toISOString(),
      }));
      expect(freeAt(claims, now)).toEqual(freeAt([...claims].reverse(), now));
    }),
  ));
