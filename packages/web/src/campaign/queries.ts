import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import type { Which } from "./which.ts";

/** What is asked about one campaign, beyond its page. All keys begin with "campaign" and its id: an act makes them stale together. */
export const campaignQueries = {
  /** `revision` is what is shown: a later one is another answer, until which the old one stays. */
  launchPage: (campaignId: string, revision: number) =>
    queryOptions({
      queryKey: ["campaign", campaignId, "launch-page", revision],
      queryFn: ({ signal }) => call("GET /v1/campaigns/{campaignId}/launch-page", { campaignId }, signal),
      placeholderData: keepPreviousData,
      staleTime: 30_000,
    }),
  dryRun: (campaignId: string) =>
    infiniteQueryOptions({
      queryKey: ["campaign", campaignId, "dry-run"],
      queryFn: ({ signal, pageParam }) =>
        call(
          "POST /v1/campaigns/{campaignId}/dry-run",
          { campaignId, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
        ),
      initialPageParam: "",
      getNextPageParam: (page) => page.cursor,
      staleTime: 60_000,
      refetchOnWindowFocus: false,
    }),
  /** `every`: milliseconds until they are asked for again, as the campaign's page is. */
  people: (campaignId: string, which: Which, every: number | false) =>
    infiniteQueryOptions({
      queryKey: ["campaign", campaignId, "people", which],
      queryFn: ({ signal, pageParam }) =>
        call(
          "GET /v1/campaigns/{campaignId}/people",
          { campaignId, ...which, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
        ),
      initialPageParam: "",
      getNextPageParam: (page) => page.cursor,
      placeholderData: keepPreviousData,
      refetchInterval: every,
    }),
  history: (campaignId: string) =>
    queryOptions({
      queryKey: ["campaign", campaignId, "history"],
      queryFn: ({ signal }) => call("GET /v1/campaigns/{campaignId}/history", { campaignId }, signal),
    }),
  why: (campaignId: string, candidateId: string) =>
    queryOptions({
      queryKey: ["campaign", campaignId, "why", candidateId],
      queryFn: ({ signal }) =>
        call("GET /v1/campaigns/{campaignId}/people/{candidateId}/why", { campaignId, candidateId }, signal),
    }),
};
