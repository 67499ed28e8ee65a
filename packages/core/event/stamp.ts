import { type Entry, stamping } from "../metric/index.ts";
import { entities } from "../service.ts";
import type { Draft } from "./index.ts";

const holderOf = (candidateId: string, eventId: string) => async () => {
  const { data } = await entities.event.get({ candidateId, eventId }).go({ consistent: true });
  return data?.batch;
};

/** An event that the aggregator itself brings: putting it is what stamps it, so a second one finds it there. */
export function arriving(draft: Draft & { candidateId: string }, additions: Entry["additions"]): Entry {
  const { candidateId, eventId } = draft;
  return {
    key: eventId,
    additions,
    ...stamping({
      set: (batch) => entities.event.create({ ...draft, batch }).go(),
      swap: swap(candidateId, eventId),
      holder: holderOf(candidateId, eventId),
    }),
  };
}

/** An event that is in the log already. */
export function logged(candidateId: string, eventId: string, additions: Entry["additions"]): Entry {
  return {
    key: eventId,
    additions,
    ...stamping({
      set: (batch) =>
        entities.event
          .patch({ candidateId, eventId })
          .set({ batch })
          .where((it, op) => op.notExists(it.batch))
          .go(),
      swap: swap(candidateId, eventId),
      holder: holderOf(candidateId, eventId),
    }),
  };
}

const swap = (candidateId: string, eventId: string) => (batch: string, from: string) =>
  entities.event
    .patch({ candidateId, eventId })
    .set({ batch })
    .where((it, op) => op.eq(it.batch, from))
    .go();
