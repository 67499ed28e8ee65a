import { useLocalStorage } from "@mantine/hooks";
import type { FacetValue, Search } from "@perennial/core/candidate/views.ts";
import { IconChevronRight } from "@tabler/icons-react";
import { memo, useState } from "react";
import type { FormRow } from "../api/routes.ts";
import { number } from "../words/numbers.ts";
import { facetWords } from "./facet-words.ts";
import { FACETS, type Facet, type Only, switched } from "./look.ts";
import type { useLook } from "./use-look.ts";
import "./facets.css";

/** How many values of a facet are shown before "more". */
const FEW = 6;

interface Props {
  readonly facets: Search["facets"];
  readonly forms: readonly FormRow[];
  readonly only: Only | undefined;
  readonly change: ReturnType<typeof useLook>["change"];
}

/** What the people found can be narrowed by, with how many there are of each. */
export const Facets = memo(function Facets({ facets, forms, only, change }: Props) {
  const [open, setOpen] = useLocalStorage<Facet[]>({
    key: "perennial.facets",
    defaultValue: ["mayWrite", "stage", "tags", "interests"],
    getInitialValueInEffect: false,
  });
  return (
    <>
      {FACETS.map(({ fact, words }) => {
        const values = facets[fact] ?? [];
        if (values.length === 0) return null;
        return (
          <details
            key={fact}
            className="facet"
            open={open.includes(fact)}
            onToggle={({ currentTarget }) => setOpen((before) => toggled(before, fact, currentTarget.open))}
          >
            <summary>
              <IconChevronRight size={14} stroke={1.5} aria-hidden="true" />
              <span>{words}</span>
              <Chosen count={only?.[fact]?.length ?? 0} />
            </summary>
            <Values {...{ fact, values, forms, only, change }} />
          </details>
        );
      })}
    </>
  );
});

const toggled = (open: readonly Facet[], fact: Facet, on: boolean) => [
  ...open.filter((other) => other !== fact),
  ...(on ? [fact] : []),
];

const Chosen = ({ count }: { readonly count: number }) =>
  count > 0 && <span className="tiny facet-chosen">{count} chosen</span>;

interface ValuesProps extends Omit<Props, "facets"> {
  readonly fact: Facet;
  readonly values: readonly FacetValue[];
}

function Values({ fact, values, forms, only, change }: ValuesProps) {
  const [all, setAll] = useState(false);
  const chosen = only?.[fact] ?? [];
  // What is chosen stays to be taken back, also when it is rare.
  const shown = all ? values : values.filter(({ value }, index) => index < FEW || chosen.includes(value));
  return (
    <ul>
      {shown.map((entry) => (
        <li key={entry.value}>
          <label className="facet-value">
            <input
              type="checkbox"
              checked={chosen.includes(entry.value)}
              onChange={() => change({ only: switched(only, fact, entry.value) })}
            />
            <span className="facet-words">{facetWords(fact, entry, forms)}</span>
            <span className="quiet tiny">{number(entry.count)}</span>
          </label>
        </li>
      ))}
      {values.length > shown.length && (
        <li>
          <button type="button" className="text-button small" onClick={() => setAll(true)}>
            {values.length - shown.length} more
          </button>
        </li>
      )}
    </ul>
  );
}
