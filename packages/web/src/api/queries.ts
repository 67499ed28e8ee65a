import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call, reference } from "./call.ts";

/** How often a page that shows something under way looks again while it is visible. */
const LIVE_MS = 5_000;

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
  home: queryOptions({
    queryKey: ["home"],
    queryFn: ({ signal }) => call("GET /v1/home", {}, signal),
    refetchInterval: LIVE_MS,
  }),
  people: infiniteQueryOptions({
    queryKey: ["people"],
    queryFn: ({ signal, pageParam }) =>
      call("GET /v1/candidates", pageParam ? { cursor: pageParam } : {}, signal),
    initialPageParam: "",
    // Every page that was scrolled to is asked again, so not at every glance.
    staleTime: 10_000,
    refetchOnWindowFocus: false,
    getNextPageParam: (page) => page.cursor,
  }),
  person: (candidateId: string) =>
    queryOptions({
      queryKey: ["person", candidateId],
      queryFn: ({ signal }) => call("GET /v1/candidates/{candidateId}", { candidateId }, signal),
    }),
  forms: queryOptions({
    queryKey: ["forms"],
    queryFn: ({ signal }) => call("GET /v1/forms", {}, signal).then(({ forms }) => forms),
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
      refetchInterval: LIVE_MS,
    }),
  reference: queryOptions({
    queryKey: ["reference"],
    queryFn: ({ signal }) => reference(signal),
    staleTime: Number.POSITIVE_INFINITY,
  }),
};
