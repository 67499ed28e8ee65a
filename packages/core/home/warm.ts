import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import * as Event from "../event/index.ts";
import { DAY_MS, daysAgo } from "./days.ts";
import type { Home } from "./home.view.ts";

const WARM_DAYS = 14;
const WARM_ROWS = 8;

/** The latest thing each person did herself, newest first. One query a day looked at. */
export async function warmPeople(): Promise<Pick<Home, "warm" | "warmSinceYesterday">> {
  const days = Array.from({ length: WARM_DAYS }, (_, ago) => daysAgo(ago));
  const events = (await Promise.all(days.map((day) => Event.warmOn(day)))).flat();
  const latest = new Map<string, Event.Warm>();
  for (const event of events.sort((a, b) => a.at.localeCompare(b.at))) {
    // A map keeps the place of a key's first entry; the latest act decides the place here.
    latest.delete(event.candidateId);
    latest.set(event.candidateId, event);
  }
  const newest = [...latest.values()].reverse();
  const rows = await named(newest.slice(0, WARM_ROWS * 2));
  const yesterday = new Date(Clock.ms() - DAY_MS).toISOString();
  return {
    warm: rows.slice(0, WARM_ROWS),
    warmSinceYesterday: newest.filter(({ at }) => at >= yesterday).length,
  };
}

/** Whoever left has said what she wants, and whom nobody may write to is nobody to follow up. */
async function named(events: readonly Event.Warm[]): Promise<Home["warm"]> {
  const people = await Candidate.rowsOf(events.map(({ candidateId }) => candidateId));
  return events.flatMap(({ candidateId, at, type, link }) => {
    const person = people.get(candidateId);
    if (person?.mayWrite.answer !== "yes") return [];
    const { name, season, owner } = person;
    return [{ candidateId, name, at, type, season, ...(link ? { link } : {}), ...(owner ? { owner } : {}) }];
  });
}
