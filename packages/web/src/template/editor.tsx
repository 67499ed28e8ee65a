import { Tabs, TextInput } from "@mantine/core";
import type { Wording } from "@perennial/core/template/template.schema.ts";
import type { Locale } from "@perennial/core/text.ts";
import { useState } from "react";
import { fieldErrors } from "../api/problem.ts";
import type { Draft } from "../draft/use-draft.ts";
import { LANGUAGES } from "../words/languages.ts";
import { Preview } from "./preview.tsx";
import { WordingFields } from "./wording-fields.tsx";
import { firstWritten, isBlank, type Typed } from "./wordings.ts";
import "./template.css";

interface Props {
  readonly draft: Draft<Typed>;
  readonly error: unknown;
  readonly readOnly: boolean;
}

/** Name, languages and text at the left, the mail at the right. */
export function Editor({ draft, error, readOnly }: Props) {
  const { value, edit } = draft;
  const [locale, setLocale] = useState<Locale>(() => firstWritten(value));
  const errors = fieldErrors(error);
  const editWording = (wording: Wording) =>
    edit({ ...value, wordings: { ...value.wordings, [locale]: wording } });
  const choose = (chosen: string | null) => {
    const language = LANGUAGES.find((one) => one.locale === chosen);
    if (language) setLocale(language.locale);
  };
  return (
    <div className="editor">
      <div className="fields">
        <TextInput
          label="Name"
          description="Only your team sees it."
          value={value.name}
          readOnly={readOnly}
          error={errors.name}
          onChange={(event) => edit({ ...value, name: event.currentTarget.value })}
        />
        <Tabs value={locale} onChange={choose} keepMounted={false}>
          <Tabs.List aria-label="Languages">
            {LANGUAGES.map((language) => (
              <Tabs.Tab value={language.locale} key={language.locale}>
                {language.name}
                {isBlank(value.wordings[language.locale]) && <span className="quiet"> (not written)</span>}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {LANGUAGES.map((language) => (
            <Tabs.Panel value={language.locale} key={language.locale} pt={12}>
              <WordingFields
                locale={language.locale}
                wording={value.wordings[language.locale]}
                errors={errors}
                readOnly={readOnly}
                onEdit={editWording}
              />
            </Tabs.Panel>
          ))}
        </Tabs>
      </div>
      <Preview wordings={value.wordings} locale={locale} />
    </div>
  );
}
