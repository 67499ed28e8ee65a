import type { Mail } from "../flows/support/candidate.ts";
import type { Dice } from "../flows/support/dice.ts";
import { type Answer, type Recruiter, signIn } from "../flows/support/recruiter.ts";
import type { Place } from "../flows/support/world.ts";
import type { Book } from "./book.ts";

/** What everybody who acts works with. */
export interface Stage {
  readonly here: Place;
  readonly book: Book;
  readonly chance: Dice;
  /** People who asked to join, in the order they did. */
  readonly people: { readonly name: string; readonly email: string }[];
  readonly campaigns: string[];
  /** Sign-up forms that somebody has open, by the stamp that says since when. */
  readonly open: string[];
  /** Mails that somebody has done something with. */
  readonly used: Set<string>;
  /** A call of the recruiters' API. */
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer<T>>;
}

export function openStage(here: Place, book: Book, chance: Dice): Stage {
  let ana: Recruiter | undefined;
  const ask = async <T>(method: string, path: string, body?: unknown): Promise<Answer<T>> => {
    ana ??= await signIn(here, "ana");
    const answer = await ana.call<T>(method, path, body);
    if (answer.status !== 401) return answer;
    // A token ends after an hour, and the clock is moved by days.
    ana = await signIn(here, "ana");
    return ana.call<T>(method, path, body);
  };
  return {
    ...{ here, book, chance, people: [], campaigns: [], open: [], used: new Set() },
    async call<T>(method: string, path: string, body?: unknown) {
      let answer = await ask<T>(method, path, body);
      // Whoever only looks reloads the page.
      for (let again = 0; again < RELOADS && method === "GET" && answer.status >= 500; again++)
        answer = await ask<T>(method, path, body);
      if (!ok(answer)) book.refused(`${method} ${path}`, answer);
      return answer;
    },
  };
}

const RELOADS = 3;

export const one = <T>(chance: Dice, list: readonly T[]): T | undefined =>
  list[chance.between(0, list.length - 1)];

const NEWEST = 400;

export async function inbox({ here }: Stage): Promise<Mail[]> {
  return (await (await fetch(`${here.consoleUrl}/api/inbox?limit=${NEWEST}`)).json()) as Mail[];
}

export const candidateOf = ({ tags }: Mail): string => tags.candidate?.[0] ?? "";

/** Campaign mails, newest first. */
export const campaignMails = async (stage: Stage): Promise<Mail[]> =>
  (await inbox(stage)).filter(({ tags }) => tags.campaign !== undefined);

export const ok = ({ status }: { readonly status: number }): boolean => status >= 200 && status < 300;
