import type { Output } from "../api/routes.ts";
import { number } from "../words/numbers.ts";

type View = Output<"GET /v1/imports/{importId}">;

/** Rows that are read by now. */
export const readSoFar = ({ counts }: Pick<View, "counts">): number =>
  counts.new + counts.updated + counts.unchanged + counts.rejected;

/** `4,950 new, 0 updated, 40 unchanged, 10 rejected`. */
export const summed = ({ counts }: Pick<View, "counts">): string =>
  [
    `${number(counts.new)} new`,
    `${number(counts.updated)} updated`,
    `${number(counts.unchanged)} unchanged`,
    `${number(counts.rejected)} rejected`,
  ].join(", ");

/** How an import stands, in a few words. */
export function standing(view: Pick<View, "state" | "counts" | "rows">): string {
  if (view.state === "draft") return "Waits for you: what are the columns?";
  if (view.state === "failed") return `Stopped after ${number(readSoFar(view))} rows`;
  if (view.state === "finished") return summed(view);
  return view.rows === undefined
    ? "Running"
    : `Running: ${number(readSoFar(view))} of ${number(view.rows)} rows`;
}

/** `rows 12, 40 and 31 more`, as a spreadsheet counts them. */
export function rowsNamed(rows: readonly number[], count: number): string {
  const named = rows.slice(0, NAMED);
  const more = count - named.length;
  const list = named.map(number).join(", ");
  return `${count === 1 ? "row" : "rows"} ${list}${more > 0 ? ` and ${number(more)} more` : ""}`;
}

const NAMED = 8;
