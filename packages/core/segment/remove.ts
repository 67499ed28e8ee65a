import * as z from "zod";
import { Actor } from "../actor.ts";
import { commit } from "../commit.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Events } from "./events.ts";
import { required } from "./read.ts";
import { SegmentId } from "./segment.schema.ts";

interface Others {
  /** Names of campaigns not launched yet that people are to enter by this segment. */
  readonly drafts: (segmentId: string) => Promise<readonly string[]>;
}

/**
 * Removes a segment. Campaigns that run have copied its rule and go on; one that is still a draft would lose its entry, so it is named
 * and nothing happens.
 */
export const remove = ({ drafts }: Others) =>
  fn(z.strictObject({ segmentId: SegmentId, revision: z.int() }), async ({ segmentId, revision }) => {
    Actor.assert("segments.write");
    const { name } = await required(segmentId);
    const users = await drafts(segmentId);
    if (users.length > 0)
      throw new AppError(
        "conflict",
        "segment.used",
        `“${name}” is where people enter ${users.map((user) => `“${user}”`).join(", ")}, which is still a draft. Choose another entry there first.`,
      );
    await commit(({ segment, event }) => [
      segment
        .delete({ segmentId })
        .where((it, op) => op.eq(it.revision, revision))
        .commit(),
      event.create(Events.Removed({ segmentId })).commit(),
    ]);
    return { segmentId };
  });
