import type * as Enrolment from "../enrolment/index.ts";
import * as Metric from "../metric/index.ts";
import { dayIn } from "../zone.ts";
import type { Rhythm } from "./advance.ts";
import type { Info, Step } from "./campaign.schema.ts";
import { typical } from "./foresee.ts";
import { daysOf } from "./foreseen-plan.ts";
import { emailsIn } from "./journey.ts";
import { simulate } from "./simulate.ts";
import type { Page } from "./views.ts";

/** Mails of past hours by the day of the zone they fell on. */
export function sentByDay(hours: ReadonlyMap<string, Metric.Figures>, zone: string): Map<string, number> {
  const days = new Map<string, number>();
  for (const [period, { accepted }] of hours) {
    if (accepted === 0 || period === Metric.ALL) continue;
    const day = dayIn(Metric.instantOf(period), zone);
    days.set(day, (days.get(day) ?? 0) + accepted);
  }
  return days;
}

interface Terms {
  readonly policy: Rhythm;
  /** No mail leaves before. */
  readonly now: Date;
}

/** What the days ahead bring if nobody reacts. */
export const plannedDays = (
  campaign: Info,
  journeys: ReadonlyMap<number, readonly Step[]>,
  inside: readonly Standing[],
  terms: Terms,
): Map<string, number> => daysOf(mailsAhead(campaign, journeys, inside, terms), terms.policy.zone);

type Standing = Pick<Enrolment.Row, "version" | "stepId" | "code" | "dueAt">;

/** Mails to come, and how many at once: everybody who is not held goes on from where she stands, as somebody untracked would. */
export function mailsAhead(
  campaign: Info,
  journeys: ReadonlyMap<number, readonly Step[]>,
  inside: readonly Standing[],
  { policy, now }: Terms,
): { readonly at: string; readonly mails: number }[] {
  const going = inside.filter(({ code }) => !code.startsWith("held."));
  const together = Map.groupBy(going, ({ version, stepId, dueAt }) => `${version} ${stepId} ${dueAt}`);
  return [...together.values()].flatMap((people) => {
    const [first] = people;
    if (!first?.dueAt) return [];
    const journey = journeys.get(first.version) ?? campaign.steps;
    const startsAt = new Date(Math.max(now.getTime(), Date.parse(first.dueAt)));
    const course = { journey, grid: campaign.grid, policy, startsAt, gaps: complete };
    const from = { stepId: first.stepId, mails: untracked(journey, startsAt) };
    const way = simulate(typical(startsAt), course, from);
    return way.filter(({ code }) => code === "sent").map(({ at }) => ({ at, mails: people.length }));
  });
}

/** All of them, because it is not told here which she had: whether she clicked is not known of any. */
const untracked = (journey: readonly Step[], at: Date) =>
  Object.fromEntries(
    emailsIn(journey).map(({ stepId }) => [stepId, { at: at.toISOString(), tracked: false }]),
  );

const complete = () => ({ hasTemplate: true, missing: [] });

/** Past and coming days as one row of the page, from the first to the last with mail. */
export function rowOfDays(
  sent: ReadonlyMap<string, number>,
  planned: ReadonlyMap<string, number>,
): Page["days"] {
  const days = [...new Set([...sent.keys(), ...planned.keys()])].sort();
  return days.map((day) => ({ day, mails: sent.get(day) ?? 0, planned: planned.get(day) ?? 0 }));
}
