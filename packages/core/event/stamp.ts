import { applied } from "../commit.ts";
import { type Entry, GONE, stamping } from "../metric/index.ts";
import { entities } from "../service.ts";
import type { Draft } from "./index.ts";

const holderOf = (candidateId: string, eventId: string) => async () => {
  const { data } = await entities.event.get({ candidateId, eventId }).go({ consistent: true });
  return data?.batch;
};

type Arriving = Draft & { candidateId: string };

/** An event that the aggregator itself brings: putting it is what stamps it, so a second one finds it there. */
export function arriving(draft: Arriving, additions: Entry["additions"]): Entry {
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

/**
 * The same for an event that counts in two ways, of which another may have brought the first: where it is new, one write stamps it for
 * both.
 */
export function arrivingTwofold(
  draft: Arriving,
  additions: Entry["additions"],
  besides: Entry["additions"],
): Entry[] {
  const { candidateId, eventId } = draft;
  const key = { candidateId, eventId };
  const puts = new Map<string, Promise<boolean>>();
  const put = (batch: string) => {
    const made =
      puts.get(batch) ?? applied(entities.event.create({ ...draft, batch, humanBatch: batch }).go());
    puts.set(batch, made);
    return made;
  };
  const held = async () => (await entities.event.get(key).go({ consistent: true })).data;
  const entry = (of: "batch" | "humanBatch", stamp: (batch: string) => Promise<boolean>) => {
    const holder = async () => (await held())?.[of];
    return {
      holder,
      stamp: async (batch: string) => ((await stamp(batch)) ? batch : ((await holder()) ?? GONE)),
      restamp: (batch: string, from: string) =>
        applied(
          entities.event
            .patch(key)
            .set({ [of]: batch })
            .where((it, op) => op.eq(it[of], from))
            .go(),
        ),
    };
  };
  const human = (batch: string) =>
    applied(
      entities.event
        .patch(key)
        .set({ humanBatch: batch })
        .where((it, op) => op.notExists(it.humanBatch))
        .go(),
    );
  return [
    { key: eventId, together: eventId, additions, ...entry("batch", put) },
    {
      key: `${eventId}|human`,
      together: eventId,
      additions: besides,
      ...entry("humanBatch", async (batch) => (await put(batch)) || human(batch)),
    },
  ];
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
