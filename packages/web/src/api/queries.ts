import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { liveEvery } from "../campaign/live.ts";
import { call, reference } from "./call.ts";
import { ServerClock } from "./clock.ts";
import type { Routes } from "./routes.ts";

/** How often a page that shows something under way looks again while it is visible. */
const LIVE_MS = 5_000;

/** People a page of the list. */
const PAGE = 200;

export type SearchInput = Omit<Routes["POST /v1/candidate-searches"]["input"], "cursor" | "limit">;

const MOVING: ReadonlySet<string> = new Set(["laying", "removing"]);

/** Every question the app asks, with the key its answer is kept under. */
export const queries = {
  me: queryOptions({
    queryKey: ["me"],
    queryFn: ({ signal }) => call("GET /v1/me", {}, signal),
    staleTime: 300_000,
  }),
  organisation: queryOptions({
    queryKey: ["organisation"],
    queryFn: ({ signal }) => call("GET /v1/organisation", {}, signal),
  }),
  /** Who changed where consent is needed first; every save of the rules asks anew. */
  consentChanges: queryOptions({
    queryKey: ["organisation", "consent-changes"],
    queryFn: ({ signal }) => call("GET /v1/organisation/consent-changes", {}, signal),
  }),
  home: queryOptions({
    queryKey: ["home"],
    queryFn: ({ signal }) => call("GET /v1/home", {}, signal),
    refetchInterval: LIVE_MS,
  }),
  search: (input: SearchInput) =>
    infiniteQueryOptions({
      queryKey: ["people", input],
      queryFn: ({ signal, pageParam }) =>
        call(
          "POST /v1/candidate-searches",
          { ...input, limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) },
          signal,
        ),
      initialPageParam: "",
      // Every page that was scrolled to is asked again, so not at every glance.
      staleTime: 60_000,
      refetchOnWindowFocus: false,
      getNextPageParam: (page) => page.cursor,
    }),
  peopleByWords: (words: string) =>
    queryOptions({
      queryKey: ["people-by-words", words],
      queryFn: ({ signal }) => call("POST /v1/candidate-searches", { words, limit: 6 }, signal),
    }),
  /** Words in use, for suggesting: the most frequent first. */
  vocabulary: queryOptions({
    queryKey: ["vocabulary"],
    queryFn: ({ signal }) =>
      call("POST /v1/candidate-searches", { limit: 1 }, signal).then(({ facets }) => ({
        tags: valuesOf(facets.tags),
        skills: valuesOf(facets.skills),
        interests: valuesOf(facets.interests),
      })),
    staleTime: 60_000,
  }),
  person: (candidateId: string) =>
    queryOptions({
      queryKey: ["person", candidateId],
      queryFn: ({ signal }) => call("GET /v1/candidates/{candidateId}", { candidateId }, signal),
    }),
  sample: queryOptions({
    queryKey: ["sample"],
    queryFn: ({ signal }) => call("GET /v1/sample", {}, signal),
    // While a job runs one wants to see it move.
    refetchInterval: ({ state: { data } }) => (data && MOVING.has(data.state) ? 1_000 : false),
  }),
  segments: queryOptions({
    queryKey: ["segments"],
    queryFn: ({ signal }) => call("GET /v1/segments", {}, signal).then(({ segments }) => segments),
  }),
  segmentSizes: queryOptions({
    queryKey: ["segments", "sizes"],
    queryFn: ({ signal }) => call("GET /v1/segment-sizes", {}, signal).then(({ sizes }) => sizes),
    staleTime: 30_000,
  }),
  segment: (segmentId: string) =>
    queryOptions({
      queryKey: ["segment", segmentId],
      queryFn: ({ signal }) => call("GET /v1/segments/{segmentId}", { segmentId }, signal),
    }),
  /** What rules can ask about: one pass over everybody, so not asked at every glance. */
  facts: queryOptions({
    queryKey: ["facts"],
    queryFn: ({ signal }) => call("GET /v1/facts", {}, signal),
    staleTime: 300_000,
  }),
  colleagues: queryOptions({
    queryKey: ["colleagues"],
    queryFn: ({ signal }) => call("GET /v1/recruiters", {}, signal).then(({ recruiters }) => recruiters),
    staleTime: 60_000,
  }),
  forms: queryOptions({
    queryKey: ["forms"],
    queryFn: ({ signal }) => call("GET /v1/forms", {}, signal).then(({ forms }) => forms),
  }),
  imports: queryOptions({
    queryKey: ["imports"],
    queryFn: ({ signal }) => call("GET /v1/imports", {}, signal).then(({ imports }) => imports),
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => state === "running") ? LIVE_MS : false,
  }),
  import: (importId: string) =>
    queryOptions({
      queryKey: ["import", importId],
      queryFn: ({ signal }) => call("GET /v1/imports/{importId}", { importId }, signal),
      refetchInterval: ({ state: { data } }) => (data?.state === "running" ? 1_000 : false),
    }),
  /** What an uploaded file is: the whole of it is read for that, so not at every glance. */
  reading: (importId: string) =>
    queryOptions({
      queryKey: ["reading", importId],
      queryFn: ({ signal }) => call("POST /v1/imports/{importId}/reading", { importId }, signal),
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
      refetchOnWindowFocus: false,
    }),
  templates: queryOptions({
    queryKey: ["templates"],
    queryFn: ({ signal }) => call("GET /v1/templates", {}, signal).then(({ templates }) => templates),
  }),
  template: (templateId: string) =>
    queryOptions({
      queryKey: ["template", templateId],
      queryFn: ({ signal }) => call("GET /v1/templates/{templateId}", { templateId }, signal),
    }),
  campaigns: queryOptions({
    queryKey: ["campaigns"],
    queryFn: ({ signal }) => call("GET /v1/campaigns", {}, signal).then(({ campaigns }) => campaigns),
  }),
  campaign: (campaignId: string) =>
    queryOptions({
      queryKey: ["campaign", campaignId],
      queryFn: ({ signal }) => call("GET /v1/campaigns/{campaignId}", { campaignId }, signal),
      refetchInterval: ({ state }) => liveEvery(state.data, ServerClock.ms()),
    }),
  reference: queryOptions({
    queryKey: ["reference"],
    queryFn: ({ signal }) => reference(signal),
    staleTime: Number.POSITIVE_INFINITY,
  }),
};

const valuesOf = (values: readonly { readonly value: string }[] = []) =>
  values.map(({ value }) => value).filter((value) => value !== "");
