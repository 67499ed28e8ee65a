import { Clock } from "../clock.ts";
import type { Facts } from "../facts/facts.schema.ts";
import * as Organisation from "../organisation/index.ts";
import { audienceOf } from "./audience.ts";
import type { Info } from "./campaign.schema.ts";
import { ruleOf } from "./entry.ts";
import { gapsOf } from "./gaps.ts";
import { gridFor } from "./grid.ts";
import { emailsIn } from "./journey.ts";
import { rhythm } from "./rhythm.ts";
import type { Course } from "./simulate.ts";

/** Between the launch and the first who enters: time to take it back. */
export const NOT_YET_MS = 600_000;

/** When the next may enter: as it would be launched now, as it was, or at once. */
export const startOf = ({ startsAt, state }: Info): Date =>
  state === "draft" || !startsAt
    ? new Date(Clock.ms() + NOT_YET_MS)
    : new Date(Math.max(Date.parse(startsAt), Clock.ms()));

/** What a campaign would be for those who enter now: who they are, and everything that decides about them. */
export interface Ahead {
  /** Who matches the entry, by id; nobody for a form. */
  readonly audience: readonly Facts[];
  readonly course: Course;
}

export async function ahead(campaign: Info, startsAt: Date): Promise<Ahead> {
  const rule = await ruleOf(campaign.entry);
  const audience = rule ? await audienceOf(rule) : [];
  return { audience, course: await courseOf(campaign, startsAt, audience.length) };
}

/** What so many people would enter. */
export async function courseOf(campaign: Info, startsAt: Date, people: number): Promise<Course> {
  const { steps } = campaign;
  const [policy, settings] = await Promise.all([rhythm(), Organisation.settings()]);
  const gaps = await gapsOf(
    emailsIn(steps).map(({ templateId }) => templateId),
    settings,
  );
  const grid = campaign.state === "draft" ? gridFor(campaign, people) : campaign.grid;
  return { journey: steps, grid, policy, startsAt, gaps };
}
