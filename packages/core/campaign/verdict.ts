import type * as Enrolment from "../enrolment/index.ts";
import type { Info } from "./campaign.schema.ts";
import type { Page } from "./views.ts";
import { slotAfter } from "./window.ts";

type Verdict = Page["verdict"];

/** How a campaign does, in one code with what it is made of. Pure; `inside` is who is due first first. */
export function verdictOf(campaign: Info, inside: readonly Enrolment.Row[], now: Date): Verdict {
  const { hold } = campaign;
  const holds = hold && new Date(hold.until) > now ? hold : undefined;
  const next = nextOf(campaign, inside, now);
  return {
    code: codeOf(campaign, inside.length, holds !== undefined, now),
    held: inside.filter(({ code }) => code.startsWith("held.")).length,
    ...(holds ? { hold: holds } : {}),
    ...(holds?.since ? { since: holds.since } : {}),
    ...(next ? { next } : {}),
  };
}

function codeOf({ state, startsAt }: Info, inside: number, holds: boolean, now: Date): string {
  if (state !== "running") return state;
  if (startsAt && new Date(startsAt) > now) return "not_yet";
  if (holds) return "held";
  return inside === 0 ? "waiting" : "healthy";
}

/** Who is looked at together next: those due by now, or in the slot of the first. */
function nextOf({ grid, state }: Info, inside: readonly Enrolment.Row[], now: Date): Verdict["next"] {
  const first = inside[0]?.dueAt;
  if (!first || state !== "running") return undefined;
  const at = new Date(first) > now ? new Date(first) : now;
  const end = slotAfter(at, grid).toISOString();
  return { at: at.toISOString(), people: inside.filter(({ dueAt = "" }) => dueAt < end).length };
}
