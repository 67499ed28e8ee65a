import type { Grid, Info } from "./campaign.schema.ts";
import { countsHours } from "./journey.ts";

/** From so many people on one look an hour would have too much to do at once. */
const MANY = 10_000;

/** How far apart people are looked at: every hour, or every quarter where somebody waits for it or they are many. Pure. */
export const gridFor = ({ entry, steps }: Pick<Info, "entry" | "steps">, people: number): Grid =>
  entry.kind === "form" || countsHours(steps) || people >= MANY ? 15 : 60;
