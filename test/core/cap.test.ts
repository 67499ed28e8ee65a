import fc from "fast-check";
import { expect, test } from "vitest";
import { freeAt, LIMITS } from "../../packages/core/campaign/frequency.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { now, open } from "./support/gates.ts";

const DAY_MS = 86_400_000;
const CAMPAIGNS = 3;

/** A campaign reads the gate, or claims a mail by what it read last; in between passes any time. */
const act = fc.record({
  campaign: fc.nat(CAMPAIGNS - 1),
  what: fc.constantFrom("read", "claim"),
  after: fc.oneof(fc.nat(60_000), fc.nat(4 * DAY_MS)),
});

/** The rules of one running campaign and of the cap are two: here many campaigns write to one person at once. */
function play(acts: readonly { campaign: number; what: string; after: number }[]): number[] {
  let gate = open;
  let at = now.getTime();
  const known: Gate.Info[] = Array.from({ length: CAMPAIGNS }, () => gate);
  const sent: number[] = [];
  acts.forEach(({ campaign, what, after }, index) => {
    at += after;
    if (what === "read") known[campaign] = gate;
    const seen = known[campaign] ?? gate;
    if (what === "read" || freeAt(seen.claims, new Date(at)).getTime() > at) return;
    // The claim's transaction expects the gate as it was judged.
    if (seen.revision !== gate.revision) return;
    gate = { ...gate, ...Gate.withClaim(gate, `msg_${index}`, new Date(at)) };
    sent.push(at);
  });
  return sent;
}

test("however many campaigns claim in whatever order, no mail comes before the cap allows it", () =>
  fc.assert(
    fc.property(fc.array(act, { maxLength: 120 }), (acts) => {
      const sent = play(acts);
      for (const { mails, days } of LIMITS)
        sent.forEach((time, index) => {
          const earlier = sent[index - mails];
          if (earlier !== undefined) expect(time - earlier).toBeGreaterThanOrEqual(days * DAY_MS);
        });
    }),
    { numRuns: 2000 },
  ));

test("a mail that did not leave gives back when she was written to last", () => {
  const first = { ...open, ...Gate.withClaim(open, "msg_1", now) };
  const second = { ...first, ...Gate.withClaim(first, "msg_2", new Date(now.getTime() + 4 * DAY_MS)) };
  expect(second.claims.map(({ before }) => before)).toEqual([undefined, first.mailedAt]);
});
