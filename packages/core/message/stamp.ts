import { type Entry, stamping } from "../metric/index.ts";
import { entities } from "../service.ts";

/** A mail is its own log entry: its acceptance is stamped on itself. */
export function acceptance(candidateId: string, messageId: string, additions: Entry["additions"]): Entry {
  const key = { candidateId, messageId };
  return {
    key: messageId,
    additions,
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
