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

/** Who did something on a day since an instant, newest first, a hundred entries at a time. Whoever did more may come again. */
export async function* whoWasWarm(day: string, since: string): AsyncGenerator<string[]> {
  let page = await warmPage(day, since, null);
  yield page.ids;
  while (page.cursor !== null) {
    page = await warmPage(day, since, page.cursor);
    yield page.ids;
  }
}

async function warmPage(day: string, since: string, cursor: string | null) {
  const { data, cursor: next } = await entities.event.query
    .warm({ warmDay: day })
    .gte({ warmAt: since })
    .go({ order: "desc", limit: A_DAY, cursor, attributes: ["candidateId"] });
  return { ids: [...new Set(data.map(({ candidateId }) => candidateId))], cursor: next };
}
