import { Events as Candidate } from "../candidate/events.ts";
import { Events as Engagement } from "../engagement/events.ts";
import { ALL, type Counter, hourOf, Scope } from "../metric/index.ts";
import type { Item } from "./life.ts";

/** Counters by scope and period, `scope|period`. */
export type Sums = Readonly<Record<string, Readonly<Partial<Record<Counter, number>>>>>;

/** What these items of the log count, added to what was counted before: the same that the aggregator counts of real ones. */
export function counted(items: readonly Item[], before: Sums): Sums {
  const sums: Record<string, Partial<Record<Counter, number>>> = structuredClone(before);
  const firsts = new Set<string>();
  const tracked = new Set(items.flatMap((item) => (item.tracked === true ? [item.messageId] : [])));
  for (const item of items) {
    for (const { scope, period, counter, once } of additionsOf(item, tracked)) {
      const key = `${scope}|${period}`;
      const first = `${key}|${counter}|${item.messageId}`;
      if (once && firsts.has(first)) continue;
      firsts.add(first);
      sums[key] = { ...sums[key], [counter]: (sums[key]?.[counter] ?? 0) + 1 };
    }
  }
  return sums;
}

interface Addition {
  readonly scope: string;
  readonly period: string;
  readonly counter: Counter;
  /** Once a mail. */
  readonly once?: boolean;
}

function additionsOf(item: Item, tracked: ReadonlySet<unknown>): Addition[] {
  if (item.__edb_e__ === "enrolment") return ofEnrolment(item);
  if (item.__edb_e__ === "message") return ofMessage(item);
  return item.__edb_e__ === "event" ? [...ofPerson(item), ...ofMail(item, tracked.has(item.messageId))] : [];
}

function ofEnrolment({ campaignId, end }: Item): Addition[] {
  const scope = Scope.campaign(String(campaignId));
  const counters: readonly Counter[] =
    end === "left_out" ? ["leftOut"] : ["entered", end === "finished" ? "finished" : "stopped"];
  return counters.map((counter) => ({ scope, period: ALL, counter }));
}

function ofMessage(item: Item): Addition[] {
  const scope = Scope.campaign(String(item.campaignId));
  const hour = { scope, period: hourOf(String(item.settledAt)), counter: "accepted" as const };
  return [...scoped(item, ["accepted"]), hour];
}

function ofPerson({ type, at }: Item): Addition[] {
  const counter = {
    [Candidate.Added.type]: "added" as const,
    [Candidate.Joined.type]: "joined" as const,
    [Candidate.Left.type]: "left" as const,
  }[String(type)];
  if (!counter) return [];
  return [ALL, String(at).slice(0, 10)].map((period) => ({ scope: Scope.organisation, period, counter }));
}

function ofMail(item: Item, isTracked: boolean): Addition[] {
  const { verdict, kind } = (item.data ?? {}) as { verdict?: string; kind?: string };
  const isHuman = verdict === "human";
  switch (item.type) {
    case Engagement.Delivered.type:
      return scoped(item, isTracked ? ["delivered", "deliveredTracked"] : ["delivered"]);
    case Engagement.Bounced.type:
      return scoped(item, [kind === "hard" ? "bouncedHard" : "bouncedSoft"]);
    case Engagement.Complained.type:
      return scoped(item, ["complained"]);
    case Engagement.Opened.type:
      return [
        ...scoped(item, isHuman ? ["opensRaw", "opensHuman"] : ["opensRaw"]),
        ...scoped(item, isHuman ? ["openedRaw", "openedHuman"] : ["openedRaw"], true),
      ];
    case Engagement.Clicked.type:
      return [
        ...scoped(item, isHuman ? ["clicksRaw", "clicksHuman"] : ["clicksRaw"]),
        ...scoped(item, isHuman ? ["clickedRaw", "clickedHuman"] : ["clickedRaw"], true),
      ];
    default:
      return [];
  }
}

/** For the campaign and the step. */
function scoped({ campaignId, stepId }: Item, counters: readonly Counter[], once = false): Addition[] {
  const scopes = [Scope.campaign(String(campaignId)), Scope.step(String(campaignId), String(stepId))];
  return scopes.flatMap((scope) => counters.map((counter) => ({ scope, period: ALL, counter, once })));
}
