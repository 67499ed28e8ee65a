import { Button } from "@mantine/core";

/** Not known of everybody: put with a default, because a mail that lacks a word is held. */
const FIELDS = [
  { field: "{{ name }}", words: "Full name" },
  { field: "{{ first_name }}", words: "First name" },
  { field: '{{ title | default: "your field" }}', words: "Job title" },
  { field: '{{ company | default: "your team" }}', words: "Company" },
  { field: '{{ city | default: "your region" }}', words: "City" },
  { field: '{{ interest | default: "your interests" }}', words: "Interest" },
  { field: "{{ organisation.name }}", words: "Your organisation" },
] as const;

/** What a mail can fill in for each person; a press puts it where the cursor is. */
export function MergeFields({
  onInsert,
  disabled,
}: {
  readonly onInsert: (field: string) => void;
  readonly disabled: boolean;
}) {
  return (
    <div className="merge-fields">
      <span className="small quiet">Fill in:</span>
      {FIELDS.map(({ field, words }) => (
        <Button
          key={field}
          onClick={() => onInsert(field)}
          disabled={disabled}
          title={`Puts ${field} where the cursor is`}
        >
          {words}
        </Button>
      ))}
    </div>
  );
}
