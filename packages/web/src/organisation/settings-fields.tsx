import type { Draft } from "../draft/use-draft.ts";
import { Section } from "../frame/page.tsx";
import { groups } from "./fields.ts";
import { PlaceFields } from "./place-fields.tsx";
import { TextField } from "./text-field.tsx";
import type { Typed } from "./typed.ts";

interface Props {
  readonly draft: Draft<Typed>;
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
}

export function SettingsFields({ draft: { value, edit }, errors, readOnly }: Props) {
  return (
    <>
      {groups.map(({ title, fields }) => (
        <Section title={title} key={title}>
          {fields.map((field) => (
            <TextField
              key={field.name}
              field={field}
              value={value[field.name]}
              error={errors[field.name]}
              readOnly={readOnly}
              onEdit={(text) => edit({ ...value, [field.name]: text })}
            />
          ))}
        </Section>
      ))}
      <Section title="Where and in which languages">
        <PlaceFields typed={value} errors={errors} readOnly={readOnly} onEdit={edit} />
      </Section>
    </>
  );
}
