import { useDebouncedValue } from "@mantine/hooks";
import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import type { Preview } from "@perennial/core/segment/views.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call } from "../api/call.ts";

/** One shard is asked once typing pauses for this long: an estimate must be there within 400 ms of the last key. */
const PAUSE_MS = 120;
/** Everybody is asked once it seems that this is the rule. */
const SETTLED_MS = 500;

interface Answer {
  /** The rule it is the answer to. */
  readonly key: string;
  readonly preview: Preview;
}

export interface Found {
  readonly preview: Preview | undefined;
  /** Whether it is the answer to another rule than the one that stands there now. */
  readonly stale: boolean;
  readonly error: unknown;
  readonly retry: () => unknown;
}

/** Who a rule finds: an estimate from one shard at once, and the exact count as soon as it is there. The last answer stays till then. */
export function useFound(rule: Rule, sample: number, segmentId: string | undefined): Found {
  const key = JSON.stringify(rule);
  const [paused] = useDebouncedValue(key, PAUSE_MS);
  const [settled] = useDebouncedValue(key, SETTLED_MS);
  const ask = (exact: boolean, of: string) => ({
    queryKey: ["segment-preview", exact, of, sample, segmentId ?? ""],
    queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Answer> => {
      const asked = { rule: JSON.parse(of) as Rule, exact, sample, ...(segmentId ? { segmentId } : {}) };
      return { key: of, preview: await call("POST /v1/segment-previews", asked, signal) };
    },
    placeholderData: keepPreviousData<Answer>,
    staleTime: 30_000,
    gcTime: 60_000,
  });
  const exact = useQuery(ask(true, settled));
  const known = exact.data?.key === key;
  const estimate = useQuery({ ...ask(false, paused), enabled: !known });
  const answer = [exact.data, estimate.data].find((one) => one?.key === key);
  const shown = answer ?? exact.data ?? estimate.data;
  return {
    preview: shown?.preview,
    stale: answer === undefined,
    error: exact.error,
    retry: exact.refetch,
  };
}
