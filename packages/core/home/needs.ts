import { Actor } from "../actor.ts";
import * as Campaign from "../campaign/index.ts";
import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import * as Import from "../import/index.ts";
import * as Task from "../task/index.ts";
import * as Team from "../team/index.ts";
import { AHEAD_DAYS, daysAgo } from "./days.ts";
import { endingSoon } from "./ending.ts";
import type { Need } from "./home.view.ts";

const TASKS = 20;

/** What waits for somebody, the most pressing kind first. `today` is the organisation's. */
export async function needs(today: string): Promise<Need[]> {
  const found = await Promise.all([campaigns(), tasks(today), imports(), endingSoon()]);
  return found.flat();
}

async function campaigns(): Promise<Need[]> {
  const now = Clock.iso();
  return (await Campaign.all()).flatMap(({ campaignId, name, state, failure, hold }): Need[] => {
    if (state === "failed")
      return [{ kind: "campaign.failed", campaignId, name, ...(failure ? { failure } : {}) }];
    if (state !== "running" || !hold || hold.until <= now) return [];
    return [{ kind: "campaign.held", campaignId, name, code: hold.code, until: hold.until }];
  });
}

/** Files with rows that somebody has to correct, for whoever may import. */
async function imports(): Promise<Need[]> {
  const acting = Actor.use();
  if (acting.kind !== "recruiter" || !Team.permits(acting.role, "people.import")) return [];
  const since = daysAgo(AHEAD_DAYS);
  return (await Import.list()).imports.flatMap(({ importId, fileName, finishedAt = "", counts }) =>
    finishedAt >= since && counts.rejected > 0
      ? [{ kind: "import" as const, importId, fileName, rejected: counts.rejected }]
      : [],
  );
}

/** Tasks and notices of the colleague who looks, and of anybody, due today or before. */
async function tasks(today: string): Promise<Need[]> {
  const acting = Actor.use();
  const due = await Task.due(acting.kind === "recruiter" ? acting.id : Task.ANYBODY, today, TASKS);
  const names = await Candidate.names(due.map(({ candidateId }) => candidateId));
  return due.flatMap(({ kind, taskId, candidateId, words, dueOn, campaignId }) => {
    const name = names.get(candidateId);
    const task = { kind, taskId, candidateId, words, dueOn, ...(campaignId ? { campaignId } : {}) };
    return name ? [{ ...task, name }] : [];
  });
}
