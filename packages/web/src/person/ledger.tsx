import { Drawer } from "@mantine/core";
import type { LedgerEntry, Person } from "@perennial/core/candidate/views.ts";
import { Because } from "../because/because.tsx";
import { mayWriteWords } from "../talent/may-write.ts";
import { dayAndTime, plainDay } from "../words/dates.ts";
import { languageName } from "../words/languages.ts";
import { capital } from "../words/numbers.ts";

interface Props {
  readonly person: Person;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What the answer follows from: the rule, and every entry of the consent ledger, newest first. */
export function Ledger({ person, opened, onClose }: Props) {
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title="May we write?"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      <div className="ledger">
        <Because {...mayWriteWords(person.mayWrite)} />
        <h3>Consent ledger</h3>
        {person.ledger.length === 0 && <p className="quiet">No entry: nothing was asked or allowed.</p>}
        <ol>
          {person.ledger
            .toSorted((a, b) => b.at.localeCompare(a.at))
            .map((entry) => (
              <Entry entry={entry} key={entry.consentId} />
            ))}
        </ol>
      </div>
    </Drawer>
  );
}

const PURPOSE = { job_news: "Job news", tracking: "Tracking of opens and clicks" } as const;
const STATE = { requested: "asked for", granted: "allowed", withdrawn: "withdrawn" } as const;
const METHOD = {
  form: "on the form",
  double_opt_in: "confirmed by the link in the mail",
  one_click: "by one-click unsubscribe in the mailbox",
  page: "on a page of ours",
  import: "brought by an import",
} as const;

const GROUND = { consent: "consent", legitimate_interest: "legitimate interest" } as const;

/** What an import stated: `Consent of 1 Feb 2026, career day Leipzig` or `Legitimate interest, data from a trade fair`. */
function stated({ ground, givenOn, place, source }: LedgerEntry): string | undefined {
  if (!ground) return undefined;
  const when = givenOn ? ` of ${plainDay(givenOn)}` : "";
  return [`${capital(GROUND[ground])}${when}`, place, source && `data from ${source}`]
    .filter(Boolean)
    .join(", ");
}

function Entry({ entry }: { readonly entry: LedgerEntry }) {
  const { purpose, state, at, method, wording, locale } = entry;
  const said = stated(entry);
  return (
    <li>
      <p>
        <strong>{PURPOSE[purpose]}</strong> {STATE[state]}, {METHOD[method]}
      </p>
      {said && <p className="small">{said}</p>}
      <p className="small quiet">
        {dayAndTime(at)} · wording {wording}, {languageName(locale)}
      </p>
    </li>
  );
}
