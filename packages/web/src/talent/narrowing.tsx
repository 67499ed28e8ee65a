import type { Search } from "@perennial/core/candidate/views.ts";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { queries } from "../api/queries.ts";
import type { FormRow } from "../api/routes.ts";
import { facetWords } from "./facet-words.ts";
import { FACETS, narrowed, switched } from "./look.ts";
import type { useLook } from "./use-look.ts";

interface Props {
  readonly looking: ReturnType<typeof useLook>;
  readonly facets: Search["facets"];
  readonly forms: readonly FormRow[];
}

/** What narrows the list, each to be taken away. */
export function Narrowing({ looking: { look, change }, facets, forms }: Props) {
  if (!narrowed(look)) return null;
  const chosen = FACETS.flatMap(({ fact, words }) =>
    (look.only?.[fact] ?? []).map((value) => {
      const entry = facets[fact]?.find((known) => known.value === value) ?? { value, count: 0 };
      return { fact, value, words: `${words}: ${facetWords(fact, entry, forms)}` };
    }),
  );
  return (
    <ul className="narrowing small">
      {look.segment && (
        <li>
          <Away onAway={() => change({ segment: undefined })}>
            <SegmentName segmentId={look.segment} />
          </Away>
        </li>
      )}
      {chosen.map(({ fact, value, words }) => (
        <li key={`${fact} ${value}`}>
          <Away onAway={() => change({ only: switched(look.only, fact, value) })}>{words}</Away>
        </li>
      ))}
      <li>
        <button
          type="button"
          className="text-button"
          onClick={() => change({ q: undefined, only: undefined, segment: undefined })}
        >
          Show everybody
        </button>
      </li>
    </ul>
  );
}

function SegmentName({ segmentId }: { readonly segmentId: string }) {
  const { data = [] } = useQuery(queries.segments);
  return `Segment: ${data.find((segment) => segment.segmentId === segmentId)?.name ?? "…"}`;
}

interface AwayProps {
  readonly onAway: () => void;
  readonly children: ReactNode;
}

const Away = ({ onAway, children }: AwayProps) => (
  <button type="button" className="away" onClick={onAway}>
    {children} <span aria-hidden="true">×</span>
    <span className="hidden"> (take away)</span>
  </button>
);
