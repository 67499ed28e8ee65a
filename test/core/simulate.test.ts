import fc from "fast-check";
import { expect, test } from "vitest";
import { advance, type Situation } from "../../packages/core/campaign/advance.ts";
import type { Step } from "../../packages/core/campaign/campaign.schema.ts";
import { emailsIn, find } from "../../packages/core/campaign/journey.ts";
import { afterDeed, type Course, type Decided, simulate } from "../../packages/core/campaign/simulate.ts";
import { isOpen, slotAfter } from "../../packages/core/campaign/window.ts";
import { Gate } from "../../packages/core/gate/index.ts";
import { gates, now, open } from "./support/gates.ts";
import { journeys } from "./support/journeys.ts";
import { nobody, policy } from "./support/situations.ts";

const gaps: Course["gaps"] = () => ({ hasTemplate: true, missing: [] });
const starts = fc.nat({ max: 60 * 24 * 30 }).map((minute) => new Date(now.getTime() + minute * 60_000));
const courses = fc.record({
  journey: journeys,
  grid: fc.constantFrom(15 as const, 60 as const),
  startsAt: starts,
  policy: fc.constant(policy),
  gaps: fc.constant(gaps),
});

const mailsOf = (way: readonly Decided[]) => way.filter(({ code }) => code === "sent");

test("a way ends, has no step's mail twice, and none outside the hours or the limits", () =>
  fc.assert(
    fc.property(courses, gates, (course, gate) => {
      const mails = mailsOf(simulate({ facts: nobody, gate }, course));
      expect(new Set(mails.map(({ stepId }) => stepId)).size).toBe(mails.length);
      for (const [index, { at, stepId }] of mails.entries()) {
        const step = find(course.journey, stepId);
        if (step?.kind === "email" && step.hours !== "any") expect(isOpen(policy, new Date(at))).toBe(true);
        const before = mails[index - 1];
        if (before) expect(Date.parse(at) - Date.parse(before.at)).toBeGreaterThanOrEqual(3 * 86_400_000);
      }
    }),
    { numRuns: 500 },
  ));

test("decisions come in the order of time, and what is decided again at a step is said once", () =>
  fc.assert(
    fc.property(courses, gates, (course, gate) => {
      const way = simulate({ facts: nobody, gate }, course);
      expect(way.map(({ at }) => at)).toEqual(way.map(({ at }) => at).sort());
      for (const [index, { stepId, code }] of way.entries())
        expect(`${way[index - 1]?.stepId} ${way[index - 1]?.code}`).not.toBe(`${stepId} ${code}`);
    }),
    { numRuns: 500 },
  ));

test("who may be written to and misses nothing gets every mail of a journey without branches", () =>
  fc.assert(
    fc.property(courses, (course) => {
      const journey = course.journey.filter(({ kind }) => kind !== "branch");
      const way = simulate({ facts: nobody, gate: open }, { ...course, journey });
      expect(mailsOf(way).map(({ stepId }) => stepId)).toEqual(emailsIn(journey).map(({ stepId }) => stepId));
    }),
    { numRuns: 500 },
  ));

test("what a campaign tags is seen by a branch after it", () => {
  const templateId = `tpl_${"0".repeat(26)}`;
  const journey: Step[] = [
    { stepId: "tag", kind: "action", deed: { do: "tag", tag: "vip" } },
    {
      ...{ stepId: "branch", kind: "branch", no: [], unknown: "no" },
      rule: { kind: "set", fact: "tags", op: "any_of", values: ["vip"] },
      yes: [{ stepId: "mail", kind: "email", templateId }],
    },
  ];
  const course = { journey, policy, gaps, grid: 60 as const, startsAt: now };
  const codes = simulate({ facts: nobody, gate: open }, course).map(({ code }) => code);
  expect(codes).toEqual(["acted", "branched.yes", "sent"]);
});

/** A real run: every look, and every mail, takes place somewhere in its slot. */
function run(course: Course, late: () => number): string[] {
  const { journey, grid } = course;
  let gate = open;
  let facts = nobody;
  let mails: NonNullable<NonNullable<Situation["happenings"]>["steps"]> = {};
  let stepId: string | undefined = journey[0]?.stepId;
  let due = course.startsAt;
  const way: string[] = [];
  while (stepId !== undefined) {
    const left = slotAfter(due, grid).getTime() - due.getTime() - 1;
    const moment = new Date(due.getTime() + Math.floor(left * late()));
    const situation: Situation = {
      ...{ journey, policy, gate, hasAddress: true, hasTemplate: true, missing: [], facts },
      campaign: { state: "running", grid },
      enrolment: { stepId, visit: 0 },
      happenings: { ...Gate.happenings(gate, moment), steps: mails },
    };
    let decision = advance(situation, moment);
    if (decision.act === "send") {
      gate = { ...gate, ...Gate.withClaim(gate, `msg_${stepId}`, moment) };
      mails = { ...mails, [stepId]: { at: moment.toISOString(), tracked: false } };
      decision = advance({ ...situation, sent: { state: "accepted", until: moment } }, moment);
    }
    if (!("move" in decision)) break;
    if (decision.act === "do") facts = afterDeed(facts, decision.step.deed);
    const { move } = decision;
    way.push(`${stepId} ${move.reason.code} ${slotAfter(moment, grid).toISOString()}`);
    stepId = move.kind === "step" ? move.stepId : move.kind === "end" ? undefined : stepId;
    if (move.kind !== "end") due = new Date(Math.max(moment.getTime(), Date.parse(move.dueAt)));
  }
  return way;
}

test("wherever in its slot each look takes place, a real run comes to the decisions of the dry run", () =>
  fc.assert(
    fc.property(
      courses,
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      (course, lateness) => {
        const foreseen = simulate({ facts: nobody, gate: open }, course).map(
          ({ stepId, code, at }) => `${stepId} ${code} ${slotAfter(new Date(at), course.grid).toISOString()}`,
        );
        expect(run(course, () => lateness.next().value ?? 0)).toEqual(foreseen);
      },
    ),
    { numRuns: 1000 },
  ));
