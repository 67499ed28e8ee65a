import { date, dayAndTime, when } from "../words/dates.ts";
import { count } from "../words/numbers.ts";
import type { Inputs } from "./wording.ts";

export const listed = (fields: unknown) =>
  Array.isArray(fields) ? fields.map((field) => `“${field}”`).join(", ") : "a value";

export function consent({ state, until }: Inputs): string {
  if (state === undefined) return "Left out: no permission for job news now.";
  if (state === "pending") return "Left out: not confirmed yet.";
  if (state === "withdrawn") return "Left out: the permission was withdrawn.";
  if (state === "granted" && typeof until === "string")
    return `Left out: the permission ended ${date(until)}.`;
  return "Left out: job news was never allowed.";
}

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);
export const nextTry = (until: unknown) => (text(until) ? `; next try ${dayAndTime(String(until))}` : "");

/** "Last mail 1 Mar, limit 1 in 3 days and 4 in 30 days; next try 5 Mar, 09:30". */
export function capped({ limits, last, until }: Inputs): string {
  const named = (Array.isArray(limits) ? limits : [])
    .map((limit: { mails?: unknown; days?: unknown }) => `${limit.mails} in ${limit.days} days`)
    .join(" and ");
  const before = text(last) ? `Last mail ${dayAndTime(String(last))}` : "Mail was sent lately";
  return `${before}${named ? `, limit ${named}` : ""}${nextTry(until)}.`;
}

const UNITS: Readonly<Record<string, readonly [string, string]>> = {
  hours: ["hour", "hours"],
  days: ["day", "days"],
  business_days: ["business day", "business days"],
};

export function waited({ unit, amount, until }: Inputs): string {
  const names = UNITS[String(unit)];
  const long = names && typeof amount === "number" ? ` ${count(amount, ...names)}` : "";
  return `Waits${long}${text(until) ? `, until ${when(String(until))}` : ""}.`;
}

export function acted({ deed }: Inputs): string {
  const what = typeof deed === "object" && deed !== null && "do" in deed ? String(deed.do) : "";
  return DEEDS[what] ?? "What the step says was done.";
}

const DEEDS: Readonly<Record<string, string>> = {
  tag: "A tag was added.",
  untag: "A tag was taken away.",
  stage: "Moved to another stage.",
  notify: "The owner was told.",
  task: "The owner got a task.",
};

const countries = new Intl.DisplayNames("en", { type: "region", fallback: "code" });

export const countryName = (code: unknown) =>
  typeof code === "string" && /^[A-Z]{2}$/.test(code) ? (countries.of(code) ?? code) : "this country";
