import { type Addition, type Entry, hourOf, ofCampaign, Scope, stamping } from "../metric/index.ts";
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
export function accepted(mail: Accepted): Entry {
  const { candidateId, messageId } = mail;
  const key = { candidateId, messageId };
  return {
    key: messageId,
    additions: acceptedAdds(mail),
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

/** What it counts. Pure. */
export const acceptedAdds = ({
  campaignId,
  stepId,
  settledAt,
}: Omit<Accepted, "messageId" | "candidateId">) => {
  const hour = { scope: Scope.campaign(campaignId), counter: "accepted" as const };
  const additions: Addition[] = ofCampaign(campaignId, "accepted", stepId);
  return settledAt ? [...additions, { ...hour, period: hourOf(settledAt) }] : additions;
};

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
