import { useQuery } from "@tanstack/react-query";
import { queries } from "../api/queries.ts";
import type { Output } from "../api/routes.ts";
import { dayAndTime } from "../words/dates.ts";
import { choiceWords } from "./choice-words.ts";

type Change = Output<"GET /v1/organisation/consent-changes">["changes"][number];

/** Who changed where consent is needed first, when and why, the newest first; nothing while nobody has. */
export function ConsentChanges() {
  const { data } = useQuery(queries.consentChanges);
  if (!data || data.changes.length === 0) return null;
  return (
    <details>
      <summary className="small">Changes of this so far</summary>
      <ol className="consent-changes small">
        {data.changes.map((change) => (
          <Changed key={`${change.at} ${change.by}`} change={change} />
        ))}
      </ol>
    </details>
  );
}

const Changed = ({ change: { at, by, from, to, reason } }: { readonly change: Change }) => (
  <li>
    <time dateTime={at}>{dayAndTime(at)}</time>, {by}: {choiceWords(from)} became {choiceWords(to)}.{" "}
    <q>{reason}</q>
  </li>
);
