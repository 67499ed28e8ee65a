import { Button } from "@mantine/core";

const FIELDS = [
  { field: "{{ name }}", words: "Full name" },
  { field: "{{ first_name }}", words: "First name" },
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
