import * as Metric from "../metric/index.ts";
import { daysAgo } from "./days.ts";
import type { Home } from "./home.view.ts";

const DAYS = 30;

/** How many are in the pool: whoever was there before she joined counts once. */
const grown = ({ added, joined, joinedKnown, left }: Metric.Figures) => added + joined - joinedKnown - left;

/** People, joined and left, and their last 30 days: how many there were is counted back from today. */
export async function people(): Promise<Home["figures"]> {
  const [total, byDay] = await Promise.all([
    Metric.total(Metric.Scope.organisation),
    Metric.read(Metric.Scope.organisation, daysAgo(DAYS - 1), daysAgo(0)),
  ]);
  const days: Home["figures"]["days"][number][] = [];
  let there = grown(total);
  for (let ago = 0; ago < DAYS; ago++) {
    const day = daysAgo(ago);
    const figures = byDay.get(day) ?? Metric.zero();
    days.unshift({ day, people: there, joined: figures.joined, left: figures.left });
    there -= grown(figures);
  }
  return { people: grown(total), joined: total.joined, left: total.left, days };
}
