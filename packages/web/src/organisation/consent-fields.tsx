import { Checkbox, TagsInput, Textarea } from "@mantine/core";
import type { Policy } from "@perennial/core/organisation/organisation.schema.ts";

type Rule = Policy["consentCountries"];

interface Props {
  readonly rule: Rule;
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  readonly onEdit: (rule: Rule) => void;
}

/** Where imported people are written to by their own consent alone; a change is an administrator's, with a reason. */
export function ConsentFields({ rule, errors, readOnly, onEdit }: Props) {
  return (
    <>
      <TagsInput
        label="Countries"
        description="Two-letter codes. People there who did not come to you themselves are written to only with their consent, whatever other ground you have. Germany and Austria are set because their law says so."
        value={[...rule.countries]}
        readOnly={readOnly}
        error={errors["consentCountries.countries"]}
        onChange={(countries) =>
          onEdit({ ...rule, countries: [...new Set(countries.map((code) => code.trim().toUpperCase()))] })
        }
      />
      <Checkbox
        label="Also where the country is not known"
        checked={rule.unknown}
        disabled={readOnly}
        onChange={(event) => onEdit({ ...rule, unknown: event.currentTarget.checked })}
      />
      <Textarea
        label="Why it changes"
        description="Needed with every change of the two above; kept with who made it and when."
        autosize
        minRows={2}
        value={rule.reason ?? ""}
        readOnly={readOnly}
        error={errors["consentCountries.reason"]}
        onChange={(event) => onEdit(reasoned(rule, event.currentTarget.value))}
      />
    </>
  );
}

/** An empty reason is none. */
function reasoned({ reason: _, ...rule }: Rule, typed: string): Rule {
  return typed === "" ? rule : { ...rule, reason: typed };
}
