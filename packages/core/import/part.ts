import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import type { Counts, Said } from "./import.schema.ts";

/** What came of one part. */
export interface Result {
  readonly counts: Counts;
  readonly notes: readonly Said[];
}

/** Says that somebody reads this part now. `again`: somebody did before and may have written some of it; `done`: all of it. */
export async function begin(importId: string, part: number): Promise<"fresh" | "again" | "done"> {
  if (await applied(entities.importPart.create({ importId, part, begunAt: Clock.iso() }).go()))
    return "fresh";
  const { data } = await entities.importPart.get({ importId, part }).go({ consistent: true });
  return data?.counts ? "done" : "again";
}

export async function finish(importId: string, part: number, { counts, notes }: Result): Promise<void> {
  await entities.importPart.patch({ importId, part }).set({ counts, notes }).go();
}

/** What came of the parts that are done, and when the last one was begun. */
export async function parts(importId: string): Promise<{ done: Result[]; begunAt?: string }> {
  const { data } = await entities.importPart.query
    .primary({ importId })
    .go({ pages: "all", consistent: true });
  const done = data.flatMap(({ counts, notes }) => (counts && notes ? [{ counts, notes } as Result] : []));
  const begunAt = data
    .map((part) => part.begunAt)
    .sort()
    .at(-1);
  return { done, ...(begunAt ? { begunAt } : {}) };
}
