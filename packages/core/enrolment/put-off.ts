import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import type { Info, Reason } from "./enrolment.schema.ts";
import { standsStill } from "./stands.ts";

/** Somebody in a campaign, as the index of who is due knows her. */
export interface Person extends Pick<Info, "candidateId" | "campaignId"> {
  readonly dueAt: string;
  readonly stands?: string;
}

/**
 * Puts somebody off without reading her enrolment, which may be what is broken; the last decision stays where no reason is given.
 * Nothing happens if she was moved meanwhile.
 */
export const putOff = (
  { candidateId, campaignId, dueAt, stands }: Person,
  until: string,
  reason?: Reason,
): Promise<boolean> =>
  applied(
    entities.enrolment
      .patch({ candidateId, campaignId })
      .set({ dueAt: until, ...(reason ? { reason, stands: standsStill(stands, reason.code) } : {}) })
      .where((it, op) => op.eq(it.dueAt, dueAt))
      .go(),
  );
