import type { WhyMail } from "@perennial/core/campaign/views.ts";
import { date } from "../../words/dates.ts";

type Entry = NonNullable<WhyMail["consent"]>;

const GROUNDS: Readonly<Record<string, string>> = {
  consent: "consent",
  legitimate_interest: "legitimate interest",
};

/** The entry of the ledger that permitted a mail. */
export function Consent({ consent }: { readonly consent: Entry }) {
  const { state, method, at, until, wording, ground, consentId } = consent;
  return (
    <details className="why-consent">
      <summary className="small">
        Permitted by {GROUNDS[ground ?? "consent"] ?? ground} of {date(at)}
        {until && `, good until ${date(until)}`}
      </summary>
      <div className="small why-wording">
        <p>“{wording}”</p>
        <p className="quiet">{`${state}, by ${method.replaceAll("_", " ")}. Ledger entry ${consentId}.`}</p>
      </div>
    </details>
  );
}
