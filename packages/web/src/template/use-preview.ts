import { useDebouncedValue } from "@mantine/hooks";
import type { Wording } from "@perennial/core/template/template.schema.ts";
import type { Locale } from "@perennial/core/text.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call } from "../api/call.ts";

/** The server is asked once typing pauses for this long. */
const PAUSE_MS = 300;

/** What the mail will look like, made by the code that makes the mail. The last preview stays while the next is on its way. */
export function usePreview(wording: Wording, locale: Locale) {
  const [settled] = useDebouncedValue(wording, PAUSE_MS);
  return useQuery({
    queryKey: ["preview", locale, settled],
    queryFn: ({ signal }) => call("POST /v1/template-previews", { wording: settled, locale }, signal),
    enabled: settled.subject.trim() !== "" && settled.body.trim() !== "",
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
  });
}
