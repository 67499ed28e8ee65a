import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import * as Event from "../event/index.ts";
import * as Gate from "../gate/index.ts";
import { DAY_MS, daysAgo } from "./days.ts";
import type { Home } from "./home.view.ts";

const WARM_DAYS = 14;
const WARM_ROWS = 8;
/** Within a day somebody should have talked with her. */
const TARGET_MS = DAY_MS;
/** More people than this are said to be more. */
const COUNTED = 100;

/** Who is warm, and how many there were since yesterday. */
export async function warmPeople(): Promise<Pick<Home, "warm" | "warmSinceYesterday">> {
  const [warm, warmSinceYesterday] = await Promise.all([latestOfEach(), sinceYesterday()]);
  return { warm, warmSinceYesterday };
}

/** The latest thing each person did herself, newest first. One query a day looked at. */
async function latestOfEach(): Promise<Home["warm"]> {
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
  return rows.slice(0, WARM_ROWS);
}

/** People of whom the list would tell, each once. */
async function sinceYesterday(): Promise<Home["warmSinceYesterday"]> {
  const since = new Date(Clock.ms() - DAY_MS).toISOString();
  const [seen, shown] = [new Set<string>(), new Set<string>()];
  for (const day of [daysAgo(0), daysAgo(1)])
    for await (const page of Event.whoWasWarm(day, since)) {
      const fresh = page.filter((candidateId) => !seen.has(candidateId));
      const people = await Candidate.rowsOf(fresh);
      for (const candidateId of fresh) {
        seen.add(candidateId);
        if (people.get(candidateId)?.mayWrite.answer === "yes") shown.add(candidateId);
      }
      if (shown.size > COUNTED) return { people: COUNTED, more: true };
    }
  return { people: shown.size, more: false };
}

/** Whoever left has said what she wants, and whom nobody may write to is nobody to follow up. */
async function named(events: readonly Event.Warm[]): Promise<Home["warm"]> {
  const ids = events.map(({ candidateId }) => candidateId);
  const [people, gates] = await Promise.all([Candidate.rowsOf(ids), Gate.readMany(ids)]);
  return events.flatMap((event) => {
    const { candidateId, at, type, link } = event;
    const person = people.get(candidateId);
    const waits = isLate(event, gates.get(candidateId)?.contactedAt) ? { waits: true as const } : {};
    if (person?.mayWrite.answer !== "yes") return [];
    const { name, season, owner } = person;
    const more = { ...(link ? { link } : {}), ...(owner ? { owner } : {}), ...waits };
    return [{ candidateId, name, at, type, season, ...more }];
  });
}

/** Whoever joined was greeted by a campaign; whoever clicked or answered waits for one of us. */
const isLate = ({ type, at }: Event.Warm, contactedAt = "") =>
  type !== "candidate.joined" && contactedAt < at && Date.parse(at) + TARGET_MS < Clock.ms();
