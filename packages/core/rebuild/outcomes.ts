import { batchGet } from "../batch-get.ts";
import { entities } from "../service.ts";

/** What is remembered of batches, at most; then it is asked for again. */
const REMEMBERED = 100_000;
/** BatchGetItem takes so many keys (API reference). */
const AT_ONCE = 100;

/** Answers which of these batches were committed. What a batch has come to never changes, so it is asked for once. */
export type Outcomes = (batches: readonly (string | undefined)[]) => Promise<ReadonlySet<string>>;

export function openOutcomes(): Outcomes {
  const committed = new Map<string, boolean>();

  async function learn(unknown: readonly string[]): Promise<void> {
    const keys = unknown.map((batchId) => ({ batchId }));
    const found = await batchGet(keys, (some) => entities.batch.get(some).go({ consistent: true }));
    for (const { batchId, outcome } of found) committed.set(batchId, outcome === "committed");
  }
  return async (batches) => {
    if (committed.size > REMEMBERED) committed.clear();
    const asked = [...new Set(batches.filter((batch) => batch !== undefined))];
    const unknown = asked.filter((batch) => !committed.has(batch));
    for (let from = 0; from < unknown.length; from += AT_ONCE)
      await learn(unknown.slice(from, from + AT_ONCE));
    return new Set(asked.filter((batch) => committed.get(batch)));
  };
}
