import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import { fn } from "../fn.ts";
import { Id } from "../id.ts";
import * as Metric from "../metric/index.ts";
import * as Template from "../template/index.ts";
import { dayIn } from "../zone.ts";
import { blockersOf } from "./blockers.ts";
import type { Info, Step } from "./campaign.schema.ts";
import { plannedDays, rowOfDays, sentByDay } from "./days.ts";
import { entryView } from "./entry.ts";
import { emailsIn } from "./journey.ts";
import { read } from "./read.ts";
import { rhythm } from "./rhythm.ts";
import { standingOf, stepsOf } from "./standing.ts";
import { verdictOf } from "./verdict.ts";
import { versions } from "./version.ts";
import type { Page, StepView } from "./views.ts";

/** The campaign page: how it does, who is where, what the mails did, and what is missing before a launch. */
export const page = fn(z.strictObject({ campaignId: Id("cmp") }), async ({ campaignId }): Promise<Page> => {
  Actor.assert("campaigns.read");
  const campaign = await read(campaignId);
  const now = Clock.now();
  const [inside, ended, periods, written, policy, blockers, named] = await Promise.all([
    Enrolment.inside(campaignId),
    Enrolment.ended(campaignId),
    Metric.everything(Metric.Scope.campaign(campaignId)),
    versions(campaignId),
    rhythm(),
    campaign.state === "draft" ? blockersOf(campaign) : [],
    namesOf(campaign),
  ]);
  const earlier = written.map(({ steps }) => steps);
  const journeys = new Map(written.map(({ version, steps }) => [version, steps]));
  const planned =
    campaign.state === "running" ? plannedDays(campaign, journeys, inside, { policy, now }) : new Map();
  return {
    campaign,
    blockers,
    policy,
    ...named,
    people: standingOf(inside, ended),
    figures: periods.get(Metric.ALL) ?? Metric.zero(),
    steps: await withFigures(
      campaignId,
      [campaign.steps, ...earlier],
      stepsOf({ now: campaign.steps, earlier }, inside, ended),
    ),
    verdict: verdictOf(campaign, inside, now),
    days: rowOfDays(sentByDay(periods, policy.zone), planned),
    today: dayIn(now, policy.zone),
  };
});

async function namesOf({ entry, steps }: Info): Promise<Pick<Page, "entry" | "templates">> {
  const [view, templates] = await Promise.all([
    entryView(entry),
    Template.names(emailsIn(steps).map(({ templateId }) => templateId)),
  ]);
  return { entry: view, templates: Object.fromEntries(templates) };
}

/** Mails that never left show no figures; steps of earlier versions are there while they have something to show. */
async function withFigures(
  campaignId: string,
  journeys: readonly (readonly Step[])[],
  steps: readonly Omit<StepView, "figures">[],
): Promise<StepView[]> {
  const mails = new Set(journeys.flatMap(emailsIn).map(({ stepId }) => stepId));
  const all = await Promise.all(
    steps.map(async (step): Promise<StepView> => {
      if (!mails.has(step.stepId)) return step;
      const figures = await Metric.total(Metric.Scope.step(campaignId, step.stepId));
      return figures.accepted > 0 ? { ...step, figures } : step;
    }),
  );
  return all.filter(
    ({ old, waiting, left, figures }) => !old || figures || waiting > 0 || Object.keys(left).length > 0,
  );
}
