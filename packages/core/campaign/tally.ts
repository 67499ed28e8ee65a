import * as Enrolment from "../enrolment/index.ts";
import * as Message from "../message/index.ts";
import * as Metric from "../metric/index.ts";

/** Counts together what happens in a campaign to people who are looked at together. */
export const tallyOf = (campaignId: string, candidateIds: readonly string[]): Metric.Tally =>
  Metric.openTally(Metric.Scope.campaign(campaignId), candidateIds, find(campaignId));

/** Counts what workers left behind that died. Answers whether some may still be at work. */
export const recount = (campaignId: string): Promise<boolean> =>
  Metric.recount(Metric.Scope.campaign(campaignId), find(campaignId));

const find =
  (campaignId: string): Metric.Find =>
  async ({ batchId, candidateIds }) => {
    const found = await Promise.all([
      Enrolment.momentsOf(batchId, campaignId, candidateIds),
      Message.acceptedBy(batchId, campaignId, candidateIds),
    ]);
    return found.flat();
  };
