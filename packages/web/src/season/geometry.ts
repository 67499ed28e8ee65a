import type { Line } from "@perennial/core/season/index.ts";

type Kind = Line["marks"][number]["kind"];

/** A mark with its place: `x` from the left; `level` counts human marks of one day upwards from the line. */
export interface Placed {
  readonly kind: Kind;
  readonly day: string;
  readonly x: number;
  readonly level: number;
}

export interface Band {
  readonly state: "pending" | "granted";
  readonly from: number;
  readonly to: number;
  /** It ends inside the picture, so its end is drawn. */
  readonly capped: boolean;
}

export interface Geometry {
  readonly today: number;
  readonly marks: readonly Placed[];
  readonly band?: Band;
  readonly months: readonly { readonly day: string; readonly x: number }[];
}

/** The vertical measures of one size, in pixels. */
export interface Measures {
  readonly height: number;
  /** Where the line runs. */
  readonly base: number;
  /** Where the permission band runs, and how thick it is. */
  readonly band: number;
  readonly thickness: number;
  readonly radius: number;
  readonly inset: number;
  /** Where more marks of one day go when there is no room above. */
  readonly crowd: "up" | "aside";
}

const DAY_MS = 86_400_000;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/**
 * Where everything of a season line stands in a strip of this width.
 * @param inset pixels kept free at both ends, so that a mark on the first day is whole
 */
export function place(line: Line, width: number, inset: number): Geometry {
  const first = dayNumber(line.from);
  const days = Math.max(dayNumber(line.to) - first, 1);
  const at = (day: string) => tenth(inset + ((dayNumber(day) - first) / days) * (width - 2 * inset));
  const within = ({ day }: { day: string }) => day >= line.from && day <= line.to;
  const band = bandOf(line, at);
  return {
    today: at(line.today),
    marks: levelled(line.marks.filter(within)).map((mark) => ({ ...mark, x: at(mark.day) })),
    ...(band ? { band } : {}),
    months: monthsOf(line).map((day) => ({ day, x: at(day) })),
  };
}

const tenth = (value: number) => Math.round(value * 10) / 10;

/** What she did on one day is stacked; what we sent and machines share the place below. */
function levelled(marks: Line["marks"]): Omit<Placed, "x">[] {
  const taken = new Map<string, number>();
  return marks.map(({ kind, day }) => {
    if (kind === "sent" || kind === "machine") return { kind, day, level: 0 };
    const level = taken.get(day) ?? 0;
    taken.set(day, level + 1);
    return { kind, day, level };
  });
}

function bandOf({ permission, from, to }: Line, at: (day: string) => number): Band | undefined {
  if (!permission || permission.from > to) return undefined;
  const { state, until } = permission;
  if (until !== undefined && until < from) return undefined;
  const capped = until !== undefined && until <= to;
  return {
    state,
    from: at(permission.from < from ? from : permission.from),
    to: at(capped ? until : to),
    capped,
  };
}

/** The first day of every month in the picture. */
function monthsOf({ from, to }: Line): string[] {
  const start = new Date(`${from}T00:00:00Z`);
  const monthAt = (index: number) =>
    new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + index, 1)).toISOString().slice(0, 10);
  return Array.from({ length: 14 }, (_, index) => monthAt(index)).filter((day) => day >= from && day < to);
}
