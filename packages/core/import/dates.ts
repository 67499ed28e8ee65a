/** In which order a file writes day and month with slashes: by row nobody can tell. */
export type Order = "day_first" | "month_first";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const GERMAN: Readonly<Record<string, string>> = {
  mär: "mar",
  mrz: "mar",
  mai: "may",
  okt: "oct",
  dez: "dec",
};

/** A date as `2026-03-14`, of what people and programs write; undefined for what is no day of the calendar. */
export function dateOf(typed: string, order: Order = "day_first"): string | undefined {
  const text = typed.trim().toLowerCase();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ].*)?$/.exec(text);
  if (iso) return day(iso[1], iso[2], iso[3]);
  const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{2}|\d{4})$/.exec(text);
  if (dotted) return day(dotted[3], dotted[2], dotted[1]);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{2}|\d{4})$/.exec(text);
  if (slashed)
    return order === "day_first"
      ? day(slashed[3], slashed[2], slashed[1])
      : day(slashed[3], slashed[1], slashed[2]);
  const named = /^(\d{1,2})\.?\s+(\p{L}{3})\p{L}*\.?,?\s+(\d{4})$/u.exec(text);
  return named ? day(named[3], month(named[2]), named[1]) : undefined;
}

/** The order that all slashed dates of a file agree with; day first where both would do. */
export function orderOf(dates: Iterable<string>): Order {
  for (const date of dates) {
    const [, , second = "0"] = /^\s*(\d{1,2})\/(\d{1,2})\//.exec(date) ?? [];
    if (Number(second) > 12) return "month_first";
  }
  return "day_first";
}

const month = (name = "") => MONTHS.indexOf(GERMAN[name] ?? name) + 1;

function day(year = "", monthOfYear: string | number = "", dayOfMonth = ""): string | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const text = `${full}-${String(monthOfYear).padStart(2, "0")}-${dayOfMonth.padStart(2, "0")}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined;
}
