import { Actor } from "../actor.ts";
import * as Candidate from "../candidate/index.ts";
import * as Facts from "../facts/index.ts";
import * as Rule from "../rule/index.ts";
import { estimated, exactly } from "./estimate.ts";
import { matching } from "./match.ts";
import { all } from "./read.ts";
import type { Info } from "./segment.schema.ts";
import type { Size } from "./views.ts";

/** So many gates at most are read for one line of a list. */
const GATES = 2_000;

/**
 * How many people each segment holds: one pass over the roster for all. Where a rule asks what happened lately and there are many
 * people, one shard speaks for the others.
 */
export async function sizes(): Promise<{ sizes: Size[] }> {
  Actor.assert("people.read");
  const segments = await all();
  const people = segments.length > 0 ? await Candidate.everybody() : [];
  return { sizes: await Promise.all(segments.map((segment) => sizeOf(segment, people))) };
}

async function sizeOf({ segmentId, rule }: Info, people: readonly Facts.Info[]): Promise<Size> {
  if (!Rule.needsHappenings(rule) || people.length <= GATES)
    return { segmentId, people: exactly((await matching(people, rule)).length) };
  const shard = Facts.shardOf(segmentId);
  const some = people.filter(({ candidateId }) => Facts.shardOf(candidateId) === shard);
  return { segmentId, people: estimated((await matching(some, rule)).length) };
}
