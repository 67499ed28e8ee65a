import { useDebouncedValue } from "@mantine/hooks";
import type { Wording } from "@perennial/core/template/template.schema.ts";
import type { Locale } from "@perennial/core/text.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { isWritten } from "./wordings.ts";

/** The server is asked once typing pauses for this long. */
const PAUSE_MS = 300;

type Wordings = Readonly<Partial<Record<Locale, Wording>>>;

/** What is shown: one language of a mail for a made-up person, or hers for a real one. */
export interface Asked {
  readonly wordings: Wordings;
  readonly locale: Locale;
  readonly candidateId: string | undefined;
}

/**
 * What the mail will look like for this person or a made-up one, by the code that makes the mail. The last preview stays while the
 * next is on its way.
 */
export function usePreview({ wordings, locale, candidateId }: Asked) {
  const [settled] = useDebouncedValue(wordings, PAUSE_MS);
  const body = shownOf({ wordings: settled, locale, candidateId });
  return useQuery({
    queryKey: ["preview", body],
    queryFn: ({ signal }) => call("POST /v1/template-previews", body, signal),
    enabled: isWritten(body.wording),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 10_000,
    retry: false,
  });
}

const NOTHING: Wording = { subject: "", body: "" };

/** What the server is told: other languages only where they are written, and somebody may read them. */
export function shownOf({ wordings, locale, candidateId }: Asked) {
  const { [locale]: wording = NOTHING, ...rest } = wordings;
  if (!candidateId) return { wording, locale };
  const others: Wordings = Object.fromEntries(
    Object.entries(rest as Wordings).filter(([, other]) => isWritten(other)),
  );
  return { wording, locale, others, candidateId };
}
