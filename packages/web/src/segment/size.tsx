import type { Preview } from "@perennial/core/segment/views.ts";
import { Failure } from "../states/failure.tsx";
import { number, people } from "../words/numbers.ts";
import type { Found } from "./use-found.ts";
import { between, counted } from "./words.ts";

/** How many: the biggest thing on the page. It settles where it stands. */
export function Size({ found: { preview, stale, error, retry } }: { readonly found: Found }) {
  return (
    <section className="segment-size" aria-label="How many" aria-busy={stale}>
      <p className={stale && preview ? "segment-number dimmed" : "segment-number"}>
        {preview ? counted(preview.match) : "\u00a0"}
      </p>
      <p className="quiet small" role="status">
        {preview && !error ? said(preview, stale) : "\u00a0"}
      </p>
      {error !== null && error !== undefined && (
        <Failure what="The people could not be counted" error={error} onRetry={retry} />
      )}
    </section>
  );
}

function said({ match, people: everybody, unknown }: Preview, stale: boolean): string {
  if (stale) return "counting…";
  if (!match.exact) return `${between(match)}, counting…`;
  const of = `of ${people(everybody)}`;
  return unknown === 0 ? of : `${of} · not known of ${number(unknown)}`;
}
