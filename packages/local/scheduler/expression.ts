import { Cron } from "croner";

/** When a schedule runs: the first instant after another, and the last up to one, in epoch milliseconds. */
export interface Plan {
  /** Undefined when it never runs again. */
  next(after: number): number | undefined;
  /** What counts as the last run when it runs at `now` and was planned for `planned`. */
  ran(planned: number, now: number): number;
}

const UNITS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Reads a schedule expression of EventBridge Scheduler, in UTC: `rate(5 minutes)` or `cron(30 3 * * ? *)` with AWS's six
 * fields (EventBridge Scheduler guide, "Schedule types"). Throws, quoting the expression, when it is neither.
 */
export function planOf(expression: string): Plan {
  const [, kind, inside = ""] = /^(rate|cron)\((.*)\)$/.exec(expression) ?? [];
  try {
    if (kind === "rate") return rate(inside);
    if (kind === "cron") return cron(inside);
    throw new Error("it is neither rate(...) nor cron(...)");
  } catch (error) {
    throw new Error(
      `Schedule expression ${expression} is not valid: ${error instanceof Error ? error.message : error}`,
    );
  }
}

function rate(text: string): Plan {
  const [, count = "", unit = "", plural] = /^([1-9]\d*) (minute|hour|day)(s)?$/.exec(text) ?? [];
  const one = count === "1";
  if (count === "" || one === (plural === "s"))
    throw new Error("a rate is a number and a unit, as 1 hour or 5 minutes");
  const every = Number(count) * UNITS[unit as keyof typeof UNITS];
  return {
    next: (after) => after + every,
    // Missed runs happen once; the next keeps to the same minute.
    ran: (planned, now) => planned + Math.floor((now - planned) / every) * every,
  };
}

function cron(text: string): Plan {
  const fields = text.trim().split(/\s+/);
  const [minute, hour, day, month, weekday, year] = fields;
  if (fields.length !== 6)
    throw new Error("cron has six fields: minute hour day-of-month month day-of-week year");
  if ((day === "?") === (weekday === "?")) throw new Error("either day-of-month or day-of-week is ?");
  const any = (field: string | undefined) => (field === "?" ? "*" : field);
  const pattern = ["0", minute, hour, any(day), month, any(weekday), year].join(" ");
  // AWS counts weekdays from Sunday as 1, and lets a step begin at a number, as 0/15.
  const like = { mode: "7-part", alternativeWeekdays: true, sloppyRanges: true } as const;
  const found = new Cron(pattern, { paused: true, timezone: "UTC", ...like });
  return { next: (after) => found.nextRun(new Date(after))?.getTime(), ran: (_, now) => now };
}
