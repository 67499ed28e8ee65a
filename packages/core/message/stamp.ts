import { type Entry, hourOf, ofCampaign, Scope, stamping } from "../metric/index.ts";
import { entities } from "../service.ts";

/** A mail of a campaign that SES took. */
export interface Accepted {
  readonly candidateId: string;
  readonly messageId: string;
  readonly campaignId: string;
  readonly stepId?: string;
  readonly settledAt?: string;
}

/** Its acceptance as it is counted: it is its own log entry, stamped on itself. Mails by the hour add up to the days of any zone. */
export function accepted({ candidateId, messageId, campaignId, stepId, settledAt }: Accepted): Entry {
  const key = { candidateId, messageId };
  const scope = Scope.campaign(campaignId);
  return {
    key: messageId,
    additions: [
      ...ofCampaign(campaignId, "accepted", stepId),
      ...(settledAt ? [{ scope, period: hourOf(settledAt), counter: "accepted" as const }] : []),
    ],
    ...stamping({
      set: (batch) =>
        entities.message
          .patch(key)
          .set({ batch })
          .where((it, op) => op.notExists(it.batch))
          .go(),
      swap: (batch, from) =>
        entities.message
          .patch(key)
          .set({ batch })
          .where((it, op) => op.eq(it.batch, from))
          .go(),
      holder: async () => (await entities.message.get(key).go({ consistent: true })).data?.batch,
    }),
  };
}

/** The mails of a campaign to these people whose acceptance a batch holds. */
export async function acceptedBy(
  batchId: string,
  campaignId: string,
  candidateIds: readonly string[],
): Promise<Entry[]> {
  const found = await Promise.all(
    candidateIds.map((candidateId) =>
      entities.message.query
        .person({ candidateId })
        .where((it, op) => op.eq(it.batch, batchId))
        .go({ pages: "all", consistent: true }),
    ),
  );
  return found.flatMap(({ data }) => data.map((mail) => accepted({ ...mail, campaignId })));
}
