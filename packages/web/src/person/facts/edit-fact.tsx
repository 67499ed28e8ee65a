import type { Person } from "@perennial/core/candidate/views.ts";
import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { fieldErrors } from "../../api/problem.ts";
import { useSingle } from "../../api/use-single.ts";
import type { PersonActs } from "../use-person-acts.ts";
import { FactField } from "./fact-field.tsx";
import { editOf, type Field, typedOf } from "./fields.ts";

interface Props {
  readonly person: Person;
  readonly field: Field;
  readonly acts: PersonActs;
  readonly onClose: () => void;
}

/** The field in place of the fact: enter or leaving it saves, escape leaves it as it was. */
export function EditFact({ person, field, acts, onClose }: Props) {
  const before = typedOf(person, field);
  const [typed, setTyped] = useState(before);
  const closed = useRef(false);
  const saving = useMutation({
    mutationFn: (value: typeof typed) =>
      acts.edit(
        editOf(field, value),
        `Changed ${field.said ?? field.label.toLowerCase()} of ${person.name}.`,
      ),
    onSuccess: onClose,
  });
  const begin = useSingle(saving.mutateAsync);
  const save = (value: typeof typed) => {
    if (closed.current) return;
    const empty = value === "" && field.kept;
    if (empty || JSON.stringify(value) === JSON.stringify(before)) onClose();
    else begin(value);
  };
  const leave = () => {
    closed.current = true;
    onClose();
  };
  const error = saving.error && (Object.values(fieldErrors(saving.error))[0] ?? saving.error.message);
  return (
    <div className="fact-field">
      <FactField {...{ field, typed, error }} onType={setTyped} onSave={save} onLeave={leave} />
      {saving.isPending && (
        <span className="tiny quiet" role="status">
          Saving…
        </span>
      )}
    </div>
  );
}
