import { batchGet } from "../batch-get.ts";
import { type Counter, type Entry, ofCampaign, stamping } from "../metric/index.ts";
import { entities } from "../service.ts";
import type { Reason } from "./enrolment.schema.ts";

interface Key {
  readonly candidateId: string;
  readonly campaignId: string;
}

/** Her entering as it is counted. */
export const entered = (key: Key): Entry => moment("enteredBatch", key, "entered");
/** That she was left out, which is how her enrolment began then. */
export const leftOut = (key: Key): Entry => moment("enteredBatch", key, "leftOut");
/** Her end. */
export const ended = (key: Key, end: string): Entry => moment("endedBatch", key, counterOf(end));

export const counterOf = (end: string): Counter => (end === "finished" ? "finished" : "stopped");

/** An enrolment is its own log entry: entering and ending are stamped on itself, each for itself. */
function moment(
  which: "enteredBatch" | "endedBatch",
  { candidateId, campaignId }: Key,
  counter: Counter,
): Entry {
  const key = { candidateId, campaignId };
  return {
    key: `${which}|${candidateId}|${campaignId}`,
    additions: ofCampaign(campaignId, counter),
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

/** The moments of these people's enrolments that a batch holds. */
export async function momentsOf(
  batchId: string,
  campaignId: string,
  candidateIds: readonly string[],
): Promise<Entry[]> {
  const keys = candidateIds.map((candidateId) => ({ candidateId, campaignId }));
  const items = await batchGet(keys, (some) => entities.enrolment.get(some).go({ consistent: true }));
  return items.flatMap(({ candidateId, enteredBatch, endedBatch, end = "finished", way }) => {
    const key = { candidateId, campaignId };
    // She may have been let in since: that is an event of its own, which takes it back.
    const [first] = way as readonly Reason[];
    const wasOut = end === "left_out" || first?.code.startsWith("skipped.");
    return [
      ...(enteredBatch === batchId ? [wasOut ? leftOut(key) : entered(key)] : []),
      ...(endedBatch === batchId ? [ended(key, end)] : []),
    ];
  });
}
