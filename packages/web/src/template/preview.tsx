import type { Wording } from "@perennial/core/template/template.schema.ts";
import type { Locale } from "@perennial/core/text.ts";
import { useState } from "react";
import { ApiError } from "../api/problem.ts";
import { Choices } from "../list/choices.tsx";
import { languageName } from "../words/languages.ts";
import { type Person, PersonPick } from "./person-pick.tsx";
import { SendTest } from "./send-test.tsx";
import { usePreview } from "./use-preview.ts";
import { isBlank } from "./wordings.ts";

const VIEWS = [
  { value: "formatted", words: "Formatted" },
  { value: "plain", words: "Plain text" },
] as const;
type View = (typeof VIEWS)[number]["value"];

interface Props {
  readonly wordings: Readonly<Record<Locale, Wording>>;
  /** The language that is being written. */
  readonly locale: Locale;
}

/** The mail beside its text, as mailboxes show it or as plain text. */
export function Preview({ wordings, locale }: Props) {
  const [view, setView] = useState<View>("formatted");
  const [person, setPerson] = useState<Person>();
  const asked = { wordings, locale, candidateId: person?.candidateId };
  const { data, error, isFetching } = usePreview(asked);
  const problems = data?.problems.map(({ message }) => message) ?? problemsOf(error);
  return (
    <section className="section preview" aria-label="Preview">
      <div className="preview-head">
        <h2>Preview</h2>
        <Choices label="Show the mail" options={VIEWS} value={view} onChoose={setView} />
      </div>
      <div className="preview-for">
        <PersonPick person={person} onPick={setPerson} />
        <SendTest asked={asked} ready={problems.length === 0} />
      </div>
      {person && data && data.locale !== locale && (
        <p className="small quiet">
          {person.name} gets it in {languageName(data.locale)}.
        </p>
      )}
      <Problems problems={problems} mayBeMissing={data?.mayBeMissing ?? []} />
      {!data && (
        <p className="quiet">
          {isBlank(wordings[locale])
            ? "The mail shows here as you write it."
            : "Subject and text make a mail."}
        </p>
      )}
      {data && data.html !== "" && (
        <div className={isFetching ? "dimmed" : ""} aria-busy={isFetching}>
          <p className="preview-subject">
            <span className="quiet small">Subject</span> {data.subject}
          </p>
          {view === "plain" ? (
            <pre className="preview-text">{data.text}</pre>
          ) : (
            <iframe className="preview-frame" title="The mail" sandbox="" srcDoc={data.html} />
          )}
        </div>
      )}
    </section>
  );
}

interface ProblemsProps {
  readonly problems: readonly string[];
  readonly mayBeMissing: readonly string[];
}

/** What would hold every mail; where nothing would, what holds that of some. */
function Problems({ problems, mayBeMissing }: ProblemsProps) {
  if (problems.length === 0 && mayBeMissing.length === 0) return null;
  return (
    <ul className="preview-problems" role="status">
      {(problems.length > 0 ? problems : [heldWords(mayBeMissing)]).map((message) => (
        <li key={message}>{message}</li>
      ))}
    </ul>
  );
}

/** What a mail needs that not everybody has. */
function heldWords(fields: readonly string[]): string {
  const [first = ""] = fields;
  return `People whose ${fields.join(" or ")} is not known do not get this mail. Give a default to write to them too: {{ ${first} | default: "..." }}`;
}

function problemsOf(error: unknown): string[] {
  if (!(error instanceof ApiError)) return [];
  return error.problems.length > 0 ? error.problems.map(({ message }) => message) : [error.message];
}
