import { isDeepStrictEqual } from "node:util";
import { type Counts, type Item, ofKind, recount } from "../../flows/support/recount.ts";
import type { Breach, Invariant } from "../invariant.ts";

/** Every figure is what the log says, counted again by other code. */
export const aggregates: Invariant = {
  name: "aggregates are a recount of the log",
  query: "counters summed over their shards, beside events, messages and enrolments counted one by one",
  check({ items }) {
    const counted = recount(items);
    const shown = kept(items);
    const scopes = [...new Set([...Object.keys(counted), ...Object.keys(shown)])];
    const wrong = scopes.flatMap((scope): Breach[] => {
      const [is, should] = [without0(shown[scope] ?? {}), without0(counted[scope] ?? {})];
      if (isDeepStrictEqual(is, should)) return [];
      const campaignId = /cmp_[0-9a-z]+/.exec(scope)?.[0];
      const what = `${scope}: kept ${JSON.stringify(differing(is, should))}, counted ${JSON.stringify(differing(should, is))}`;
      return [{ what, ...(campaignId ? { campaignId } : {}) }];
    });
    return wrong.length === 0 ? [] : [...uncounted(items), ...wrong];
  },
};

/** Entries of the log that no committed batch holds: whom they are about, and what holds them, tells more than a sum. */
function uncounted(items: readonly Item[]): Breach[] {
  const outcomes = new Map(ofKind(items, "batch").map(({ batchId, outcome }) => [batchId, outcome]));
  const open = new Set(ofKind(items, "tally").map(({ batchId }) => batchId));
  const states = new Map(ofKind(items, "campaign").map(({ campaignId, state }) => [campaignId, state]));
  const missing = (what: string, batch: unknown, { candidateId, campaignId }: Item): Breach[] => {
    const outcome = outcomes.get(batch) ?? (open.has(batch) ? "open" : "gone");
    if (outcome === "committed") return [];
    const whose = `batch ${batch} is ${outcome}, the campaign ${states.get(campaignId)}`;
    return [
      {
        what: `${what} is not counted: ${whose}`,
        candidateId: String(candidateId),
        campaignId: String(campaignId),
      },
    ];
  };
  const mails = ofKind(items, "message").filter(
    ({ state, campaignId }) => state === "accepted" && campaignId,
  );
  const ways = ofKind(items, "enrolment");
  return [
    ...mails.flatMap((mail) => missing(`mail ${mail.messageId}`, mail.batch, mail)),
    ...ways.flatMap((way) =>
      missing(way.end === "left_out" ? "being left out" : "entering", way.enteredBatch, way),
    ),
    ...ways
      .filter(({ endedAt, end }) => endedAt && end !== "left_out")
      .flatMap((way) => missing("an end", way.endedBatch, way)),
  ];
}

const without0 = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));
const differing = (counts: Counts, other: Counts) =>
  Object.fromEntries(
    Object.entries({ ...zeros(other), ...counts }).filter(([name, n]) => (other[name] ?? 0) !== n),
  );
const zeros = (counts: Counts) => Object.fromEntries(Object.keys(counts).map((name) => [name, 0]));

/** The counters as they are kept, their shards added up. */
function kept(items: readonly Item[]): Record<string, Counts> {
  const sums: Record<string, Counts> = {};
  for (const { scope, period, shard: _, ...item } of ofKind(items, "metric")) {
    const name = `${scope} ${period}`;
    const sum = sums[name] ?? {};
    for (const [counter, value] of Object.entries(item))
      if (typeof value === "number") sum[counter] = (sum[counter] ?? 0) + value;
    sums[name] = sum;
  }
  return sums;
}
