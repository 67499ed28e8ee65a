import type { Page } from "@perennial/core/campaign/views.ts";

/** How often a page that shows something under way looks again while it is visible. */
const LIVE_MS = 5_000;
const SLOW_MS = 60_000;
/** Figures may be behind for a moment after the last person has ended. */
const SETTLES_MS = 600_000;
/** Each look reads where everybody stands: up to 2,500 people every five seconds, from 30,000 once a minute. */
const PER_PERSON_MS = 2;

type Shown = {
  readonly campaign: Pick<Page["campaign"], "state" | "finishedAt">;
  readonly people: Pick<Page["people"], "entered" | "leftOut">;
};

/** Milliseconds until a campaign is looked at again; false where nothing changes but by one's own hand. Pure. */
export function liveEvery(page: Shown | undefined, now: number): number | false {
  if (!page) return LIVE_MS;
  const { campaign, people } = page;
  const all = people.entered + people.leftOut;
  const pace = Math.min(SLOW_MS, Math.max(LIVE_MS, all * PER_PERSON_MS));
  if (campaign.state === "paused" || campaign.state === "failed") return SLOW_MS;
  if (campaign.finishedAt) return now < Date.parse(campaign.finishedAt) + SETTLES_MS ? pace : false;
  return campaign.state === "running" || campaign.state === "stopped" ? pace : false;
}
