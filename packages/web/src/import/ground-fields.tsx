import { TagsInput, TextInput } from "@mantine/core";
import type { GroundChoice, Mapping } from "@perennial/core/import/import.schema.ts";
import { useQuery } from "@tanstack/react-query";
import { queries } from "../api/queries.ts";
import { countriesInWords } from "./countries.ts";
import { Grounds } from "./grounds.tsx";

interface Props {
  readonly value: Mapping;
  readonly errors: Readonly<Record<string, string>>;
  readonly onEdit: (value: Mapping) => void;
}

const FIELDS = {
  source: {
    label: "Where the data is from",
    description: "As the person will read it, such as “the trade fair in Leipzig, 2026”",
    type: "text",
  },
  consentOn: { label: "Date of the consent", description: "The day they said yes", type: "date" },
  consentPlace: {
    label: "Place of the consent",
    description: "Where they said yes, such as “career day, Leipzig”",
    type: "text",
  },
} as const;
type Field = keyof typeof FIELDS;

const ASKED: Readonly<Record<GroundChoice["by"], readonly Field[]>> = {
  none: [],
  consent: ["consentOn", "consentPlace"],
  legitimate_interest: ["source"],
  column: ["source", "consentOn", "consentPlace"],
};

/** On what ground the people of the file may be written to, and what the law asks for with it. */
export function GroundFields({ value, errors, onEdit }: Props) {
  const { data: organisation } = useQuery(queries.organisation);
  const { data: vocabulary } = useQuery(queries.vocabulary);
  const { ground } = value;
  const countries = countriesInWords(organisation?.policy?.consentCountries);
  const change = (changes: Partial<GroundChoice>) => onEdit({ ...value, ground: { ...ground, ...changes } });
  const type = (field: Field, text: string) => {
    const { [field]: _, ...rest } = ground;
    onEdit({ ...value, ground: text === "" ? rest : { ...rest, [field]: text } });
  };
  return (
    <>
      <Grounds value={ground.by} countries={countries} onChoose={(by) => change({ by })} />
      {errors.ground && (
        <p className="import-error" role="alert">
          {errors.ground}
        </p>
      )}
      {ASKED[ground.by].length > 0 && (
        <div className="ground-fields">
          {ground.by === "column" && <p className="quiet small">For rows that do not say it themselves:</p>}
          {ASKED[ground.by].map((field) => (
            <TextInput
              key={field}
              {...FIELDS[field]}
              value={ground[field] ?? ""}
              error={errors[field]}
              onChange={(event) => type(field, event.currentTarget.value)}
            />
          ))}
        </div>
      )}
      <TagsInput
        label="Tag everybody of this file"
        description="Helps to find them again"
        data={(vocabulary?.tags ?? []).slice(0, 50)}
        value={[...value.tags]}
        onChange={(tags) => onEdit({ ...value, tags })}
      />
    </>
  );
}
