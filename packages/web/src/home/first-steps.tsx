import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import type { Problem } from "../api/routes.ts";
import { rowLink } from "../list/use-list-keys.ts";
import { SampleStep } from "../sample/sample-step.tsx";
import { CopyAddress } from "../talent/copy-address.tsx";

/** An empty workspace: what to do first, in large type, and only what can be done now. */
export function FirstSteps({ missing }: { readonly missing: readonly Problem[] }) {
  const ready = missing.length === 0;
  return (
    <ol className="first-steps">
      {!ready && (
        <li>
          <Link to="/settings" {...rowLink}>
            Set up your organisation
          </Link>
          <p className="quiet">{setUpWords(missing)}</p>
        </li>
      )}
      {ready && <Ways />}
      <SampleStep />
    </ol>
  );
}

/** How people get here: those you know already, and those who join by themselves. */
function Ways() {
  const forms = useQuery(queries.forms);
  const campaigns = useQuery(queries.campaigns);
  const draft = campaigns.data?.find(({ state }) => state === "draft");
  const form = forms.data?.[0];
  return (
    <>
      <li>
        <Link to="/import" {...rowLink}>
          Import people
        </Link>
        <p className="quiet">
          A CSV file from a spreadsheet or your old system. You see what it does before it does it.
        </p>
      </li>
      {form && (
        <li>
          <a href={form.address} target="_blank" rel="noreferrer" {...rowLink}>
            Share your form
          </a>
          <p className="quiet">People join through it. Put the address on your career site.</p>
          <CopyAddress address={form.address} />
        </li>
      )}
      {draft && (
        <li>
          <Link to="/campaigns/$campaignId" params={{ campaignId: draft.campaignId }} {...rowLink}>
            Launch “{draft.name}”
          </Link>
          <p className="quiet">It greets whoever joins. Read its mail first, then launch.</p>
        </li>
      )}
    </>
  );
}

const setUpWords = (missing: readonly Problem[]) =>
  `Who you are, where people read how their data is handled, and who writes to them. ${missing.length} ${
    missing.length === 1 ? "thing is" : "things are"
  } missing; then your form is ready to share.`;
