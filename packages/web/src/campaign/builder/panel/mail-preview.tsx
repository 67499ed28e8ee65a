import type { Locale } from "@perennial/core/text.ts";
import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { done, failed } from "../../../acts/index.tsx";
import { call } from "../../../api/call.ts";
import { queries } from "../../../api/queries.ts";
import { useSingle } from "../../../api/use-single.ts";
import { Hint } from "../../../keys/hint.tsx";
import { useCommands } from "../../../keys/provider.tsx";
import { Choices } from "../../../list/choices.tsx";
import { ActButton } from "../../../states/allowed.tsx";
import { Waiting } from "../../../states/waiting.tsx";
import { type Asked, shownOf, usePreview } from "../../../template/use-preview.ts";
import { languageName } from "../../../words/languages.ts";
import { usePerson } from "./use-person.ts";

/**
 * The mail as a real person would get it, in her language; `p` takes the next one, `t` sends it to oneself. A language that is chosen is
 * shown for a made-up person.
 */
export function MailPreview({ templateId }: { readonly templateId: string }) {
  const { data: template } = useQuery(queries.template(templateId));
  const [asked, setAsked] = useState<Locale>();
  const { person: found, next: another } = usePerson();
  const locales = template ? (Object.keys(template.wordings) as Locale[]) : [];
  const locale = asked ?? locales[0] ?? "en";
  const person = asked ? undefined : found;
  const shown = { wordings: template?.wordings ?? {}, locale, candidateId: person?.candidateId };
  const preview = usePreview(shown);
  const send = useSendTest(shown);
  const next = () => {
    if (!asked) another();
    setAsked(undefined);
  };
  useCommands({ "mail.next-person": next, "mail.test": send });
  if (!template) return <Waiting words="Reading the mail" />;
  return (
    <section className="mail-preview" aria-label="How it looks">
      <div className="mail-preview-head">
        <p className="small">
          {person ? `For ${person.name}` : "For a made-up person"}{" "}
          <Hint of="mail.next-person">
            <button type="button" className="text-button" onClick={next}>
              Next person
            </button>
          </Hint>
        </p>
        {locales.length > 1 && (
          <Choices
            label="Language"
            options={locales.map((value) => ({ value, words: languageName(value) }))}
            value={preview.data?.locale ?? locale}
            onChoose={setAsked}
          />
        )}
      </div>
      <Shown preview={preview} />
      <Acts templateId={templateId} send={send} />
    </section>
  );
}

/** The mail, or what would hold it. */
function Shown({ preview: { data, isFetching } }: { readonly preview: ReturnType<typeof usePreview> }) {
  return (
    <>
      {data?.problems.map(({ message }) => (
        <p className="step-gap small" key={message}>
          {message}
        </p>
      ))}
      {data && data.html !== "" && (
        <div className={isFetching ? "dimmed" : ""} aria-busy={isFetching}>
          <p className="mail-subject">{data.subject}</p>
          <iframe title="The mail" sandbox="" srcDoc={data.html} />
        </div>
      )}
    </>
  );
}

function Acts({ templateId, send }: { readonly templateId: string; readonly send: () => void }) {
  return (
    <div className="acts">
      <Link to="/templates/$templateId" params={{ templateId }}>
        Edit the template
      </Link>
      <Hint of="mail.test">
        <ActButton needs="templates.write" act="send test mails" onClick={send}>
          Send a test to me
        </ActButton>
      </Hint>
    </div>
  );
}

function useSendTest(asked: Asked) {
  const test = useMutation({
    mutationFn: () => call("POST /v1/template-tests", shownOf(asked)),
    onSuccess: ({ to }) => done(`A test is on its way to ${to}.`),
    onError: (error) => failed("The test was not sent", error),
  });
  const begin = useSingle(() => test.mutateAsync());
  return () => begin(undefined);
}
