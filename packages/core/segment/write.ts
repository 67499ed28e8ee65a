import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit } from "../commit.ts";
import { fn } from "../fn.ts";
import { newId } from "../id.ts";
import { Rule } from "../rule/rule.schema.ts";
import { Line } from "../text.ts";
import { Events } from "./events.ts";
import { required } from "./read.ts";
import { type Info, SegmentId } from "./segment.schema.ts";

const Draft = z.strictObject({ name: Line(120), rule: Rule });

export const create = fn(Draft, async (draft): Promise<Info> => {
  Actor.assert("segments.write");
  const segmentId = newId("seg");
  await commit(({ segment, event }) => [
    segment
      .create({ ...draft, segmentId, revision: 1, createdAt: Clock.iso(), updatedAt: Clock.iso() })
      .commit(),
    event.create(Events.Written({ segmentId, revision: 1 })).commit(),
  ]);
  return required(segmentId);
});

/** Saves a segment as a whole. Conflict if somebody saved since `revision`. Campaigns that run keep the rule they began with. */
export const save = fn(
  Draft.extend({ segmentId: SegmentId, revision: z.int() }),
  async ({ segmentId, revision, name, rule }): Promise<Info> => {
    Actor.assert("segments.write");
    await required(segmentId);
    await commit(({ segment, event }) => [
      segment
        .patch({ segmentId })
        .set({ name, rule, revision: revision + 1, updatedAt: Clock.iso() })
        .where((it, op) => op.eq(it.revision, revision))
        .commit(),
      event.create(Events.Written({ segmentId, revision: revision + 1 })).commit(),
    ]);
    return required(segmentId);
  },
);
