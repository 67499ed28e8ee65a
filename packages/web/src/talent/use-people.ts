import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { queries } from "../api/queries.ts";
import { type Look, searchOf } from "./look.ts";

const NONE = {};

/** The people a look finds, page by page. While another search is on its way the former people stay, dimmed. */
export function usePeople(look: Look) {
  const query = useInfiniteQuery({ ...queries.search(searchOf(look)), placeholderData: keepPreviousData });
  const pages = query.data?.pages;
  const rows = useMemo(() => pages?.flatMap(({ people }) => people), [pages]);
  return {
    query,
    rows,
    total: pages?.[0]?.total ?? 0,
    facets: pages?.[0]?.facets ?? NONE,
    more:
      query.hasNextPage && !query.isFetchingNextPage && !query.isError && !query.isPlaceholderData
        ? query.fetchNextPage
        : undefined,
  };
}
