import { type Entry, stamping } from "../metric/index.ts";
import { entities } from "../service.ts";

/** An enrolment is its own log entry: entering and ending are stamped on itself, each for itself. */
export function moment(
  which: "enteredBatch" | "endedBatch",
  candidateId: string,
  campaignId: string,
  additions: Entry["additions"],
): Entry {
  const key = { candidateId, campaignId };
  return {
    key: `${which}|${candidateId}|${campaignId}`,
    additions,
    ...stamping({
      set: (batch) =>
        entities.enrolment
          .patch(key)
          .set({ [which]: batch })
          .where((it, op) => op.notExists(it[which]))
          .go(),
      swap: (batch, from) =>
        entities.enrolment
          .patch(key)
          .set({ [which]: batch })
          .where((it, op) => op.eq(it[which], from))
          .go(),
      holder: async () => (await entities.enrolment.get(key).go({ consistent: true })).data?.[which],
    }),
  };
}
