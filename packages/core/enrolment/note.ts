import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import { type Info, type Reason, WAY } from "./enrolment.schema.ts";

/** Adds to the way of somebody who has ended what was decided since: she stays where she is. False when she is not as she was read. */
export const note = ({ candidateId, campaignId, revision, way }: Info, reason: Reason): Promise<boolean> =>
  applied(
    entities.enrolment
      .patch({ candidateId, campaignId })
      .set({ way: [...way, reason].slice(-WAY), revision: revision + 1 })
      .where((it, op) => op.eq(it.revision, revision))
      .go(),
  );
