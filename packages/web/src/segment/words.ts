import type { Count, Rung } from "@perennial/core/segment/views.ts";
import { number } from "../words/numbers.ts";

/** An estimate to two figures: more of them would say what is not known. */
export function rough(value: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 1);
  return Math.round(value / unit) * unit;
}

/** `1,204`, or `≈ 1,200` while it is an estimate. */
export const counted = ({ count, exact }: Count) => (exact ? number(count) : `≈ ${number(rough(count))}`);

/** Between what an estimate lies. */
export const between = ({ low, high }: Count) => `between ${number(rough(low))} and ${number(rough(high))}`;

/** What a line alone does: in `all` it keeps people out, in `any` it lets people in. */
export const effect = ({ count, exact }: Count, join: "all" | "any") =>
  `${exact ? "" : "≈ "}${join === "all" ? "−" : "+"}${number(exact ? count : rough(count))}`;

export const RUNGS: Readonly<Record<Rung["rung"], string>> = {
  match: "match",
  may_write: "may be written to",
  would_get: "would get mail this week",
};

/** What is said of those who do not stand on a rung, after how many. */
export const LEFT: Readonly<Record<Rung["rung"], string>> = {
  match: "",
  may_write: "may not be written to",
  would_get: "would not get a mail within seven days",
};
