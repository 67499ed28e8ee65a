import type { Person } from "@perennial/core/candidate/views.ts";
import { useState } from "react";
import { useCommands } from "../../keys/provider.tsx";
import { useMay } from "../../states/allowed.tsx";
import type { PersonActs } from "../use-person-acts.ts";
import { EditFact } from "./edit-fact.tsx";
import { Fact } from "./fact.tsx";
import "./facts.css";
import { FIELDS, type Field, type Name, wordsOf } from "./fields.ts";

interface Props {
  readonly person: Person;
  readonly acts: PersonActs;
  readonly onWanted: () => void;
}

/** Each fact is a button that becomes its field; what is not known says "add". */
export function EditableFacts({ person, acts, onWanted }: Props) {
  const [editing, setEditing] = useState<Name>();
  const may = useMay("people.write") ?? false;
  const want = (name: Name) => () => {
    onWanted();
    setEditing(name);
  };
  useCommands({
    "person.tag": may ? want("tags") : undefined,
    "person.owner": may ? want("owner") : undefined,
  });
  return FIELDS.map((field) => (
    <Fact key={field.name} label={field.label}>
      {editing === field.name ? (
        <EditFact person={person} field={field} acts={acts} onClose={() => setEditing(undefined)} />
      ) : (
        <Shown person={person} field={field} may={may} onEdit={() => setEditing(field.name)} />
      )}
    </Fact>
  ));
}

interface ShownProps {
  readonly person: Person;
  readonly field: Field;
  readonly may: boolean;
  readonly onEdit: () => void;
}

function Shown({ person, field, may, onEdit }: ShownProps) {
  const words = wordsOf(person, field);
  const link =
    field.kind === "link" && words ? (
      <a href={words} target="_blank" rel="noreferrer">
        {words.replace(/^https?:\/\/(www\.)?/, "")}
      </a>
    ) : (
      words
    );
  if (!may) return link ?? <span className="quiet">not known</span>;
  return (
    <span className="fact-shown">
      {field.kind === "link" && link}
      <button
        type="button"
        className={words ? "fact-edit" : "fact-edit fact-add"}
        onClick={onEdit}
        aria-label={`${words ? "Change" : "Add"} ${field.label}${words ? `: ${words}` : ""}`}
      >
        {field.kind === "link" ? (words ? "change" : "add") : (words ?? "add")}
      </button>
    </span>
  );
}
