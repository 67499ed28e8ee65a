import * as z from "zod";
import { Actor } from "../actor.ts";
import { insist, once, Refused } from "../commit.ts";
import * as Event from "../event/index.ts";
import { fn } from "../fn.ts";
import { fold } from "../rule/fold.ts";
import { CandidateId, type Stage, Words } from "./candidate.schema.ts";
import { type Cause, type Change, change } from "./change.ts";
import { Events } from "./events.ts";
import { find, findMany, type Standing, standingOf } from "./load.ts";

const AT_ONCE = 500;
const WORKERS = 16;
const MOST = 50;

const Tags = z.strictObject({ add: Words.default([]), remove: Words.default([]) });
type Tags = z.output<typeof Tags>;

/**
 * Tags many people, or takes tags away. Answers who is tagged differently now; whoever had the tags already, or is gone, is not among
 * them. Each by a small transaction: asking again goes on where it stopped.
 */
export const tagMany = fn(
  Tags.extend({ candidateIds: z.array(CandidateId).min(1).max(AT_ONCE) }),
  async ({ candidateIds, ...tags }): Promise<{ changed: number; candidateIds: string[] }> => {
    Actor.assert("people.write");
    const waiting = await findMany([...new Set(candidateIds)]);
    const changed: string[] = [];
    const worker = async () => {
      for (let person = waiting.pop(); person; person = waiting.pop())
        if (await tagAsRead(person, tags)) changed.push(person.candidate.candidateId);
    };
    await Promise.all(Array.from({ length: WORKERS }, worker));
    return { changed: changed.length, candidateIds: changed };
  },
);

/** Tags somebody as she was read; if she changed meanwhile, as she is now. */
async function tagAsRead(person: Standing, tags: Tags): Promise<boolean> {
  try {
    return await change(person, { set: { tags: tagged(person.candidate.tags, tags) } });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return tag(person.candidate.candidateId, tags);
  }
}

/** Tags one person; by a cause at most once, whatever became of the tag since. Answers whether something changed. */
export const tag = (candidateId: string, tags: Partial<Tags>, cause?: Cause): Promise<boolean> =>
  reviewed(candidateId, ({ candidate }) => ({ set: { tags: tagged(candidate.tags, tags) } }), cause);

/** Moves one person to a stage; by a cause at most once. */
export const moveStage = (candidateId: string, stage: Stage, cause?: Cause): Promise<boolean> =>
  reviewed(candidateId, () => ({ set: { stage } }), cause);

/** A tag that is there in other letters is that tag. */
function tagged(tags: readonly string[], { add = [], remove = [] }: Partial<Tags>): string[] {
  const gone = new Set(remove.map(fold));
  const distinct = new Map([...add, ...tags].map((tag) => [fold(tag), tag]));
  const before = tags.map(fold);
  const order = [...new Set([...before, ...distinct.keys()])].filter((key) => !gone.has(key));
  const after = order.flatMap((key) => distinct.get(key) ?? []);
  return after.length > MOST ? [...tags] : after;
}

/** Changes somebody as she is now, however often she changes meanwhile. */
function reviewed(candidateId: string, to: (found: Standing) => Change, cause?: Cause): Promise<boolean> {
  return insist(async () => {
    const known = await find(candidateId);
    if (!known || (cause && (await Event.read(candidateId, cause.eventId)))) return false;
    const found = standingOf(known);
    if (await change(found, to(found), cause ? { cause } : {})) return true;
    if (cause) await once(({ event }) => [event.create(Events.LeftAsIs({ candidateId }, cause)).commit()]);
    return false;
  });
}
