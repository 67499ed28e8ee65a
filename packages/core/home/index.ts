export * as Home from "./index.ts";

import { Temporal } from "temporal-polyfill";
import { Actor } from "../actor.ts";
import { Campaign } from "../campaign/index.ts";
import { Candidate } from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import { Event } from "../event/index.ts";
import { Gate } from "../gate/index.ts";
import { Metric } from "../metric/index.ts";
import { Organisation } from "../organisation/index.ts";
import { Season } from "../season/index.ts";
import type { Home } from "./home.view.ts";

const WARM_DAYS = 14;
const WARM_ROWS = 8;
const DAY_MS = 86_400_000;

const daysAgo = (days: number) => new Date(Clock.ms() - days * DAY_MS).toISOString().slice(0, 10);

/** What a recruiter sees first: who is warm, what runs, what needs somebody, three figures. */
export async function home(): Promise<Home> {
  Actor.assert("people.read");
  const [{ settings, missing }, warm, running, figures] = await Promise.all([
    Organisation.read(),
    warmPeople(),
    runningCampaigns(),
    people(),
  ]);
  const today = Temporal.Instant.fromEpochMilliseconds(Clock.ms()).toZonedDateTimeISO(settings.zone ?? "UTC");
  return { today: today.toPlainDate().toString(), missing, running, figures, ...warm };
}

/** The latest thing each person did herself, newest first. One query a day looked at. */
async function warmPeople(): Promise<Pick<Home, "warm" | "warmSinceYesterday">> {
  const days = Array.from({ length: WARM_DAYS }, (_, ago) => daysAgo(ago));
  const events = (await Promise.all(days.map((day) => Event.warmOn(day)))).flat();
  const latest = new Map<string, Event.Warm>();
  for (const event of events.sort((a, b) => a.at.localeCompare(b.at))) {
    // A map keeps the place of a key's first entry; the latest act decides the place here.
    latest.delete(event.candidateId);
    latest.set(event.candidateId, event);
  }
  const newest = [...latest.values()].reverse();
  const rows = await withNames(newest.slice(0, WARM_ROWS * 2));
  const yesterday = new Date(Clock.ms() - DAY_MS).toISOString();
  return {
    warm: rows.slice(0, WARM_ROWS),
    warmSinceYesterday: newest.filter(({ at }) => at >= yesterday).length,
  };
}

async function withNames(events: readonly Event.Warm[]): Promise<Home["warm"]> {
  const ids = events.map(({ candidateId }) => candidateId);
  const [names, gates] = await Promise.all([Candidate.names(ids), Gate.readMany(ids)]);
  return events.flatMap(({ candidateId, at, type, link }) => {
    const name = names.get(candidateId);
    if (!name) return [];
    const gate = gates.get(candidateId);
    // Whoever left has said what she wants: she is nobody to follow up.
    if (!gate || !Gate.judge(gate, "nurture", Clock.now()).ok) return [];
    const season = Season.line(gate.marks, gate.permissions.job_news);
    return [{ candidateId, name, at, type, season, ...(link ? { link } : {}) }];
  });
}

async function runningCampaigns(): Promise<Home["running"]> {
  const campaigns = (await Campaign.rows()).filter(({ state }) => state !== "draft" && state !== "stopped");
  return Promise.all(
    campaigns.map(async ({ campaignId, name, state, wakeAt }) => {
      const { entered, finished, stopped } = await Metric.total(Metric.Scope.campaign(campaignId));
      const active = Math.max(0, entered - finished - stopped);
      return { campaignId, name, state, active, finished, stopped, ...(wakeAt ? { wakeAt } : {}) };
    }),
  );
}

async function people(): Promise<Home["figures"]> {
  const [total, byDay] = await Promise.all([
    Metric.total(Metric.Scope.organisation),
    Metric.read(Metric.Scope.organisation, daysAgo(29), daysAgo(0)),
  ]);
  const days = Array.from({ length: 30 }, (_, index) => daysAgo(29 - index)).map((day) => {
    const { joined, left } = byDay.get(day) ?? Metric.zero();
    return { day, joined, left };
  });
  return { people: total.joined - total.left, joined: total.joined, left: total.left, days };
}
