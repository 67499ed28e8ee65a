import type { Page } from "@perennial/core/campaign/views.ts";
import { reasonWords } from "../because/reasons.ts";

/**
 * Why people left, counted: "2 unsubscribed, 1 erased". The page names at most 200 people, so this is only said when all who left
 * are among them.
 */
export function leftBy({ members, people }: Pick<Page, "members" | "people">): string | undefined {
  const left = members.flatMap(({ end }) => (end && end !== "finished" ? [end] : []));
  if (left.length !== people.stopped || left.length === 0) return undefined;
  return [...Map.groupBy(left, (end) => reasonWords(end, {}).chip)]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([words, ends]) => `${ends.length} ${words}`)
    .join(", ");
}
