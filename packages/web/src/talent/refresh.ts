import type { Row, Search } from "@perennial/core/candidate/views.ts";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import type { SearchInput } from "../api/queries.ts";

type Pages = InfiniteData<Search>;

/**
 * After people changed: the counts are asked again, the rows loaded are read anew in place. Nobody moves or goes under the cursor; whoever
 * no longer fits goes with the next search.
 */
export async function refreshPeople(cache: QueryClient, changed: ReadonlySet<string>): Promise<void> {
  await cache.invalidateQueries({ queryKey: ["people"], refetchType: "none" });
  const lists = cache.getQueryCache().findAll({ queryKey: ["people"], type: "active" });
  await Promise.all(lists.map(({ queryKey }) => refreshList(cache, queryKey, changed)));
  await Promise.all(
    [["person"], ["vocabulary"], ["people-by-words"], ["home"]].map((queryKey) =>
      cache.invalidateQueries({ queryKey }),
    ),
  );
}

/** Whoever was erased is in no list any more, before any is asked again. */
export function dropPerson(cache: QueryClient, candidateId: string): void {
  cache.setQueriesData<Pages>({ queryKey: ["people"] }, (shown) => {
    const stays = (row: Row) => row.candidateId !== candidateId;
    if (!shown || shown.pages.every(({ people }) => people.every(stays))) return shown;
    const pages = shown.pages.map((page) => ({
      ...page,
      total: page.total - 1,
      people: page.people.filter(stays),
    }));
    return { ...shown, pages };
  });
}

async function refreshList(cache: QueryClient, queryKey: readonly unknown[], changed: ReadonlySet<string>) {
  const input = queryKey[1] as SearchInput;
  const shown = cache.getQueryData<Pages>(queryKey);
  if (!shown) return;
  const affected = shown.pages.map(({ people }) =>
    people.some(({ candidateId }) => changed.has(candidateId)),
  );
  const fresh = await Promise.all(
    shown.pages.map(({ people }, index) => {
      const cursor = shown.pageParams[index];
      if (index > 0 && !affected[index]) return undefined;
      const page = { limit: people.length || 1, ...(cursor ? { cursor: String(cursor) } : {}) };
      return call("POST /v1/candidate-searches", { ...input, ...page });
    }),
  );
  const rows = new Map(
    fresh.flatMap((page) => page?.people.map((row) => [row.candidateId, row] as const) ?? []),
  );
  cache.setQueryData<Pages>(queryKey, (now) => now && merged(now, rows, fresh[0]));
}

const merged = (now: Pages, rows: ReadonlyMap<string, Row>, first: Search | undefined): Pages => ({
  ...now,
  pages: now.pages.map((page, index) => ({
    ...page,
    ...(index === 0 && first ? { total: first.total, facets: first.facets } : {}),
    people: page.people.map((row) => rows.get(row.candidateId) ?? row),
  })),
});
