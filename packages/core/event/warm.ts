import type { Events as Candidate } from "../candidate/events.ts";
import type { Events as Engagement } from "../engagement/events.ts";
import { entities } from "../service.ts";

/** Something a person did herself that a recruiter should see. */
export interface Warm {
  readonly candidateId: string;
  readonly at: string;
  readonly type:
    | typeof Engagement.Clicked.type
    | typeof Engagement.Replied.type
    | typeof Candidate.Joined.type;
  readonly link?: string;
}

const A_DAY = 100;

/** What people did on a day, `2026-11-22`, newest first; the latest hundred. */
export async function warmOn(day: string): Promise<Warm[]> {
  const { data } = await entities.event.query.warm({ warmDay: day }).go({ order: "desc", limit: A_DAY });
  return data.map(({ candidateId, at, type, data: payload }) => {
    const link = (payload as { link?: string } | undefined)?.link;
    return { candidateId, at, type: type as Warm["type"], ...(link ? { link } : {}) };
  });
}
