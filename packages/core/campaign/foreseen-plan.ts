import { dayIn } from "../zone.ts";
import type { Step } from "./campaign.schema.ts";
import type { Foreseen } from "./foresee.ts";
import { stepsIn } from "./journey.ts";
import type { LaunchPage, LeftOut, StepPlan } from "./launch.view.ts";
import type { Decided } from "./simulate.ts";

const SAMPLE = 6;

/** Who of these is left out, by reason, the most first. `times` multiplies a sample. */
export function leftOutOf(foreseen: readonly Foreseen[], times: number): LeftOut[] {
  const out = foreseen.flatMap(({ facts, leftOut }) => (leftOut ? [{ facts, code: leftOut.code }] : []));
  return [...Map.groupBy(out, ({ code }) => code)]
    .map(([code, people]) => ({
      code,
      count: Math.round(people.length * times),
      sample: people.slice(0, SAMPLE).map(({ facts: { candidateId, name } }) => ({ candidateId, name })),
    }))
    .sort((a, b) => b.count - a.count);
}

/** The mails, days and steps that these foreseen ways add up to. */
export function planOf(
  foreseen: readonly Foreseen[],
  journey: readonly Step[],
  zone: string,
  times: number,
): LaunchPage["plan"] {
  const ways = foreseen.flatMap(({ way }) => way);
  const mails = ways.filter(({ code }) => code === "sent");
  const span = spanOf(mails);
  const byStep = Map.groupBy(ways, ({ stepId }) => stepId);
  return {
    mails: Math.round(mails.length * times),
    ...(span.first ? { firstMailAt: span.first } : {}),
    ...(span.last ? { lastMailAt: span.last } : {}),
    days: [...daysOf(mails, zone)]
      .map(([day, count]) => ({ day, mails: Math.round(count * times) }))
      .sort((a, b) => a.day.localeCompare(b.day)),
    steps: stepsIn(journey).map((step) => stepPlan(step, byStep.get(step.stepId) ?? [], times)),
  };
}

/** Mails by the zone's day. Many leave in the same slot: the zone is asked once for each instant. */
export function daysOf(
  sent: readonly { readonly at: string; readonly mails?: number }[],
  zone: string,
): Map<string, number> {
  const days = new Map<string, number>();
  for (const [at, some] of Map.groupBy(sent, (mail) => mail.at)) {
    const day = dayIn(at, zone);
    days.set(
      day,
      some.reduce((sum, { mails = 1 }) => sum + mails, days.get(day) ?? 0),
    );
  }
  return days;
}

/** What counts as being there: the decisions that take somebody past a step, not those that keep her before it. */
const KEEPS = /^(deferred|held|waiting)\./;

function stepPlan(step: Step, decided: readonly Decided[], times: number): StepPlan {
  const through = decided.filter(({ code }) => !KEEPS.test(code));
  const { first, last } = spanOf(through);
  const count = (code: RegExp) => Math.round(through.filter((one) => code.test(one.code)).length * times);
  const path = (way: "yes" | "no") =>
    Math.round(through.filter(({ inputs }) => inputs.path === way).length * times);
  return {
    stepId: step.stepId,
    people: Math.round(through.length * times),
    ...(first ? { first } : {}),
    ...(last ? { last } : {}),
    ...(step.kind === "branch"
      ? { yes: path("yes"), no: path("no"), unknown: count(/^branched\.unknown$/) }
      : {}),
  };
}

function spanOf(decided: readonly { readonly at: string }[]): { first?: string; last?: string } {
  let first: string | undefined;
  let last: string | undefined;
  for (const { at } of decided) {
    if (first === undefined || at < first) first = at;
    if (last === undefined || at > last) last = at;
  }
  return { ...(first ? { first } : {}), ...(last ? { last } : {}) };
}
