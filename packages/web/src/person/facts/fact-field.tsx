import { Select, TagsInput, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { queries } from "../../api/queries.ts";
import { COUNTRIES } from "../../words/countries.ts";
import { LANGUAGES } from "../../words/languages.ts";
import { STAGES } from "../../words/stages.ts";
import type { Field } from "./fields.ts";

type Typed = string | readonly string[];

interface Props {
  readonly field: Field;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
  readonly onSave: (typed: Typed) => void;
  /** Leaves the fact as it was. */
  readonly onLeave: () => void;
  readonly error: string | null | undefined;
}

/** The control that fits the kind of a fact. */
export function FactField({ field, typed, onType, onSave, onLeave, error }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") onLeave();
    if (event.key === "Enter" && typeof typed === "string" && !options) onSave(typed);
  };
  const options = field.kind === "colleague" ? [] : CHOICES[field.kind];
  const rest = { ref: input, "aria-label": field.label, error, onKeyDown };
  if (typeof typed !== "string") return <WordsField {...{ field, typed, onType, onSave }} rest={rest} />;
  if (options) return <ChoiceField {...{ field, typed, onSave, options }} rest={rest} />;
  return (
    <TextInput
      {...rest}
      type={field.kind === "date" ? "date" : "text"}
      inputMode={field.kind === "number" ? "decimal" : undefined}
      value={typed}
      onChange={(event) => onType(event.currentTarget.value)}
      onBlur={() => onSave(typed)}
    />
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

const CHOICES: Partial<Record<Field["kind"], readonly Option[]>> = {
  stage: Object.entries(STAGES).map(([value, label]) => ({ value, label })),
  language: LANGUAGES.map(({ locale, name }) => ({ value: locale, label: name })),
  country: COUNTRIES,
};

type Rest = object;

/** Stands for taking the fact away. */
const NONE = "-";

function ChoiceField(props: {
  readonly field: Field;
  readonly typed: string;
  readonly options: readonly Option[];
  readonly onSave: (typed: Typed) => void;
  readonly rest: Rest;
}) {
  const { field, typed, options, onSave, rest } = props;
  const { data: colleagues = [] } = useQuery({ ...queries.colleagues, enabled: field.kind === "colleague" });
  const named = colleagues.map(({ recruiterId, name }) => ({ value: recruiterId, label: name }));
  const colleague = field.kind === "colleague";
  const none = { value: NONE, label: colleague ? "Nobody" : "Not known" };
  const data = [...(colleague ? named : options), ...(field.kept ? [] : [none])];
  return (
    <Select
      {...rest}
      data={data}
      value={typed === "" ? null : typed}
      searchable
      allowDeselect={false}
      defaultDropdownOpened
      onChange={(value) => onSave(value === NONE || value === null ? "" : value)}
      onBlur={() => onSave(typed)}
    />
  );
}

function WordsField(props: {
  readonly field: Field;
  readonly typed: readonly string[];
  readonly onType: (typed: Typed) => void;
  readonly onSave: (typed: Typed) => void;
  readonly rest: Rest;
}) {
  const { field, typed, onType, onSave, rest } = props;
  const { data: known } = useQuery(queries.vocabulary);
  const words = new Map(Object.entries(known ?? {})).get(field.name) ?? [];
  const latest = useRef(typed);
  return (
    <TagsInput
      {...rest}
      data={words}
      value={[...typed]}
      acceptValueOnBlur
      onChange={(next) => {
        latest.current = next;
        onType(next);
      }}
      // What was typed and not ended by enter is accepted first.
      onBlur={() => setTimeout(() => onSave(latest.current))}
    />
  );
}
