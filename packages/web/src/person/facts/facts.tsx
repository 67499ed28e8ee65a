import type { Person } from "@perennial/core/candidate/views.ts";
import { useQuery } from "@tanstack/react-query";
import { queries } from "../../api/queries.ts";
import { sourceWords } from "../../talent/source.ts";
import { date } from "../../words/dates.ts";
import { capital } from "../../words/numbers.ts";
import type { PersonActs } from "../use-person-acts.ts";
import { EditableFacts } from "./editable-facts.tsx";
import { Fact } from "./fact.tsx";

interface Props {
  readonly person: Person;
  readonly acts: PersonActs;
  /** A key asked for a fact: whoever hides the sheet shows it. */
  readonly onWanted: () => void;
}

/** The quiet sheet at the right: what is known, each to be changed in place, and where it came from. */
export function Facts({ person, acts, onWanted }: Props) {
  const { data: forms = [] } = useQuery(queries.forms);
  return (
    <dl>
      <EditableFacts person={person} acts={acts} onWanted={onWanted} />
      <Fact label={person.addresses.length > 1 ? "Addresses" : "Address"}>
        {person.addresses.map(({ raw, confirmedAt, primary }) => (
          <span key={raw} className="fact-line">
            {raw}{" "}
            <span className="small quiet">
              {confirmedAt ? `confirmed ${date(confirmedAt)}` : "not confirmed"}
              {!primary && ", second"}
            </span>
          </span>
        ))}
        {person.addresses.length === 0 && "none known: cannot be mailed"}
      </Fact>
      {Object.entries(person.answers).map(([field, answer]) => (
        <Fact label={capital(field.replace(/[._-]/g, " "))} key={field}>
          {answer}
        </Fact>
      ))}
      <Fact label="Source">{sourceWords(person.source, forms)}</Fact>
      <Fact label="First seen">{date(person.createdAt)}</Fact>
    </dl>
  );
}
