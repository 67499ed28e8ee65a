import { Checkbox, Select } from "@mantine/core";
import type { Locale } from "@perennial/core/text.ts";
import { LANGUAGES, languageName } from "../words/languages.ts";
import type { Typed } from "./typed.ts";

interface Props {
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  readonly onEdit: (typed: Typed) => void;
}

const ZONES = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];

/** Zone and languages. */
export function PlaceFields({ typed, errors, readOnly, onEdit }: Props) {
  const toggle = (locale: Locale) => {
    const others = typed.languages.filter((one) => one !== locale);
    onEdit({ ...typed, languages: others.length < typed.languages.length ? others : [...others, locale] });
  };
  return (
    <>
      <Select
        id="zone"
        label="Time zone"
        description="Type to search. Days and sending times are reckoned in it."
        data={ZONES}
        searchable
        limit={50}
        value={typed.zone || null}
        error={errors.zone}
        readOnly={readOnly}
        nothingFoundMessage="No such zone"
        onChange={(zone) => onEdit({ ...typed, zone: zone ?? "" })}
      />
      <Checkbox.Group
        id="languages"
        label="Languages"
        description={languagesWords(typed.languages)}
        error={errors.languages}
        value={[...typed.languages]}
        readOnly={readOnly}
      >
        <div className="languages">
          {LANGUAGES.map(({ locale, name }) => (
            <Checkbox
              key={locale}
              value={locale}
              label={name}
              disabled={readOnly}
              onChange={() => toggle(locale)}
            />
          ))}
        </div>
      </Checkbox.Group>
    </>
  );
}

function languagesWords([first, second]: readonly Locale[]): string {
  if (!first) return "Of the pages and mails candidates see.";
  if (!second) return `Candidate pages and mails are in ${languageName(first)}.`;
  return `Candidates choose; ${languageName(first)} comes first because it was ticked first.`;
}
