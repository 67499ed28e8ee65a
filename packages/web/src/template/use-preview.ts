import { useDebouncedValue } from "@mantine/hooks";
import type { Wording } from "@perennial/core/template/template.schema.ts";
import type { Locale } from "@perennial/core/text.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call } from "../api/call.ts";

/** The server is asked once typing pauses for this long. */
const PAUSE_MS = 300;

/**
 * What the mail will look like for this person or a made-up one, by the code that makes the mail. The last preview stays while the
 * next is on its way.
 */
export function usePreview(wording: Wording, locale: Locale, candidateId: string | undefined) {
  const [settled] = useDebouncedValue(wording, PAUSE_MS);
  return useQuery({
    queryKey: ["preview", locale, settled, candidateId],
    queryFn: ({ signal }) =>
      call(
        "POST /v1/template-previews",
        { wording: settled, locale, ...(candidateId ? { candidateId } : {}) },
        signal,
      ),
    enabled: settled.subject.trim() !== "" && settled.body.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
  });
}
