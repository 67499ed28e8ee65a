import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import type { Output } from "../api/routes.ts";
import { useSingle } from "../api/use-single.ts";
import { ActButton } from "../states/allowed.tsx";
import { Failure } from "../states/failure.tsx";
import { count, number } from "../words/numbers.ts";
import { Remarks } from "./remarks.tsx";

type View = Output<"GET /v1/imports/{importId}">;

const KINDS = [
  ["new", "new", "were not known before"],
  ["updated", "updated", "had something new or different in the file"],
  ["unchanged", "unchanged", "are as they were"],
  ["rejected", "rejected", "could not be taken"],
] as const;

/** What came of the file. */
export function Result({ view }: { readonly view: View }) {
  return (
    <>
      <dl className="import-counts">
        {KINDS.map(([kind, words, meaning]) => (
          <div key={kind}>
            <dt>{words}</dt>
            <dd>{number(view.counts[kind])}</dd>
            <dd className="quiet small">{meaning}</dd>
          </div>
        ))}
      </dl>
      {view.counts.rejected > 0 && <Rejected view={view} />}
      <Remarks title="Taken, but you should know" remarks={view.notes} />
      <div className="acts">
        <Link to="/talent">See people in Talent</Link>
        <Link to="/import">Import another file</Link>
      </div>
    </>
  );
}

function Rejected({ view: { importId, counts, rejections } }: { readonly view: View }) {
  const saving = useMutation({
    mutationFn: () => call("GET /v1/imports/{importId}/rejected", { importId }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  const begin = useSingle(saving.mutateAsync);
  const rows = count(counts.rejected, "rejected row", "rejected rows");
  return (
    <section className="import-rejected" aria-label="Rejected rows">
      <Remarks title="Rejected" remarks={rejections} />
      <p className="quiet">
        The file has these rows in your own columns, each with its reason. Correct them there and import the
        file again; it is kept for 30 days.
      </p>
      <div className="acts">
        <ActButton
          variant="filled"
          needs="people.import"
          act="import people"
          loading={saving.isPending}
          onClick={() => begin()}
        >
          Download the {rows}
        </ActButton>
      </div>
      {saving.error && <Failure what="The file could not be made" error={saving.error} />}
    </section>
  );
}
