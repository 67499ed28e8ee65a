import type { Writers } from "../commit.ts";
import type { Info } from "./gate.schema.ts";

type Gates = Writers["gate"];

/** Part of a transaction: she takes her one place in a campaign, if it is free and her gate is as it was read. */
export const occupied = (gates: Gates, { candidateId, revision }: Info, campaignId: string) =>
  gates
    .patch({ candidateId })
    .set({ campaignId, revision: revision + 1 })
    .where((it, op) => `${op.notExists(it.campaignId)} AND ${op.eq(it.revision, revision)}`)
    .commit();

/** Part of a transaction: she gives her place in this campaign back, if that is the one she holds. */
export const released = (gates: Gates, candidateId: string, campaignId: string) =>
  gates
    .patch({ candidateId })
    .remove(["campaignId"])
    .add({ revision: 1 })
    .where((it, op) => op.eq(it.campaignId, campaignId))
    .commit();
