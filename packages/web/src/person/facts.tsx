import type { Person } from "@perennial/core/candidate/views.ts";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { queries } from "../api/queries.ts";
import { BecauseOf } from "../because/because.tsx";
import { sourceWords } from "../talent/source.ts";
import { date, when } from "../words/dates.ts";
import { languageName } from "../words/languages.ts";
import { capital } from "../words/numbers.ts";

/** The quiet sheet at the right: addresses, language, source, answers, and what comes next. */
export function Facts({ person }: { readonly person: Person }) {
  const { data: forms = [] } = useQuery(queries.forms);
  return (
    <aside className="facts" aria-label="Facts">
      <dl>
        <Fact label={person.addresses.length > 1 ? "Addresses" : "Address"}>
          {person.addresses.map(({ raw, confirmedAt }) => (
            <span key={raw} className="fact-line">
              {raw}{" "}
              <span className="small quiet">
                {confirmedAt ? `confirmed ${date(confirmedAt)}` : "not confirmed"}
              </span>
            </span>
          ))}
          {person.addresses.length === 0 && "none"}
        </Fact>
        <Fact label="Language">{languageName(person.locale)}</Fact>
        <Fact label="Source">{sourceWords(person.source, forms)}</Fact>
        {Object.entries(person.answers).map(([field, answer]) => (
          <Fact label={capital(field.replace(/[._-]/g, " "))} key={field}>
            {answer}
          </Fact>
        ))}
        <Fact label="First seen">{date(person.createdAt)}</Fact>
      </dl>
      <h2>Next</h2>
      {person.next.length === 0 && <p className="quiet">Nothing is planned.</p>}
      <ul className="next">
        {person.next.map((next) => (
          <Next next={next} key={next.campaignId} />
        ))}
      </ul>
    </aside>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt className="tiny quiet">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Next({ next }: { readonly next: Person["next"][number] }) {
  return (
    <li>
      <Link to="/campaigns/$campaignId" params={{ campaignId: next.campaignId }}>
        {next.campaignName}
      </Link>
      {next.dueAt && <span className="quiet"> · {when(next.dueAt)}</span>}
      <BecauseOf reason={next.reason} />
    </li>
  );
}
