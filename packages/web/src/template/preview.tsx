import type { Wording } from "@perennial/core/template/template.schema.ts";
import type { Locale } from "@perennial/core/text.ts";
import { useState } from "react";
import { ApiError } from "../api/problem.ts";
import { Choices } from "../list/choices.tsx";
import { usePreview } from "./use-preview.ts";
import { isBlank } from "./wordings.ts";

const VIEWS = [
  { value: "formatted", words: "Formatted" },
  { value: "plain", words: "Plain text" },
] as const;
type View = (typeof VIEWS)[number]["value"];

/** The mail beside its text, as mailboxes show it or as plain text. */
export function Preview({ wording, locale }: { readonly wording: Wording; readonly locale: Locale }) {
  const [view, setView] = useState<View>("formatted");
  const { data, error, isFetching } = usePreview(wording, locale);
  const problems = data?.problems.map(({ message }) => message) ?? problemsOf(error);
  return (
    <section className="section preview" aria-label="Preview">
      <div className="preview-head">
        <h2>Preview</h2>
        <Choices label="Show the mail" options={VIEWS} value={view} onChoose={setView} />
      </div>
      {problems.length > 0 && (
        <ul className="preview-problems" role="status">
          {problems.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      {!data && (
        <p className="quiet">
          {isBlank(wording) ? "The mail shows here as you write it." : "Subject and text make a mail."}
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

function problemsOf(error: unknown): string[] {
  if (!(error instanceof ApiError)) return [];
  return error.problems.length > 0 ? error.problems.map(({ message }) => message) : [error.message];
}
