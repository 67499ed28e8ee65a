import { Moments as Way } from "../enrolment/events.ts";
import { Moments as Mail } from "../message/events.ts";

type Detail = Record<string, unknown>;

interface Told {
  readonly type: string;
  readonly detail: Detail;
}

/** Moments that are counted and do nothing else. The bus carries those that happen close together as one event: it bills by the event. */
const COUNTED: readonly string[] = [Mail.Accepted, Way.Entered, Way.LeftOut];

export const Together = { type: "figures.together" } as const;

/** Packs the counted ones of a batch into one event, where there are several; all others stay as they are. */
export function packed(all: readonly Told[]): Told[] {
  const counted = all.filter(({ type }) => COUNTED.includes(type));
  if (counted.length < 2) return [...all];
  const others = all.filter(({ type }) => !COUNTED.includes(type));
  return [{ type: Together.type, detail: { told: counted } }, ...others];
}

/** The moments that an event of the bus tells of: itself, or those it was packed with. */
export const unpacked = (one: Told): readonly Told[] =>
  one.type === Together.type ? (one.detail.told as readonly Told[]) : [one];
