import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import type { Info, Reason } from "./enrolment.schema.ts";

/** Somebody in a campaign, as the index of who is due knows her. */
export interface Person extends Pick<Info, "candidateId" | "campaignId"> {
  readonly dueAt: string;
}

/** Puts somebody off without reading her enrolment, which may be what is broken. Nothing happens if she was moved meanwhile. */
export const putOff = (
  { candidateId, campaignId, dueAt }: Person,
  until: string,
  reason: Reason,
): Promise<boolean> =>
  applied(
    entities.enrolment
      .patch({ candidateId, campaignId })
      .set({ dueAt: until, reason })
      .where((it, op) => op.eq(it.dueAt, dueAt))
      .go(),
  );
