import { batchGet } from "../batch-get.ts";
import { entities } from "../service.ts";

/** What is remembered of batches, at most; then it is asked for again. */
const REMEMBERED = 100_000;
/** BatchGetItem takes so many keys (API reference). */
const AT_ONCE = 100;

/** Answers which of these batches were committed. What a batch has come to never changes, so it is asked for once. */
export type Outcomes = (batches: readonly (string | undefined)[]) => Promise<ReadonlySet<string>>;

export function openOutcomes(remembered = REMEMBERED): Outcomes {
  const known = new Map<string, boolean>();

  return async (batches) => {
    if (known.size > remembered) known.clear();
    const asked = [...new Set(batches.filter((batch) => batch !== undefined))];
    // Its own answer: while it waits, another lane may have everything forgotten.
    const outcomes = new Map(asked.flatMap((batch) => pairOf(batch, known.get(batch))));
    const unknown = asked.filter((batch) => !outcomes.has(batch));
    for (let from = 0; from < unknown.length; from += AT_ONCE)
      for (const [batch, outcome] of await learn(unknown.slice(from, from + AT_ONCE))) {
        known.set(batch, outcome);
        outcomes.set(batch, outcome);
      }
    return new Set(asked.filter((batch) => outcomes.get(batch)));
  };
}

const pairOf = (batch: string, outcome: boolean | undefined): (readonly [string, boolean])[] =>
  outcome === undefined ? [] : [[batch, outcome]];

async function learn(batches: readonly string[]): Promise<(readonly [string, boolean])[]> {
  const keys = batches.map((batchId) => ({ batchId }));
  const found = await batchGet(keys, (some) => entities.batch.get(some).go({ consistent: true }));
  return found.map(({ batchId, outcome }) => [batchId, outcome === "committed"]);
}
