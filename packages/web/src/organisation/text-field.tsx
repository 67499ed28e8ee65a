import { Textarea, TextInput } from "@mantine/core";
import type { groups } from "./fields.ts";

interface Props {
  readonly field: (typeof groups)[number]["fields"][number];
  readonly value: string;
  readonly error: string | undefined;
  readonly readOnly: boolean;
  readonly onEdit: (value: string) => void;
}

/** One line or several of text, with what it is for above and what is wrong below. */
export function TextField({ field, value, error, readOnly, onEdit }: Props) {
  const { name, label, description, type, autoComplete, lines, optional } = field;
  const shared = {
    id: name,
    name,
    label: optional ? `${label} (if you need one)` : label,
    description,
    value,
    error,
    readOnly,
    autoComplete: autoComplete ?? "off",
  };
  return lines ? (
    <Textarea {...shared} rows={lines} onChange={(event) => onEdit(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} type={type ?? "text"} onChange={(event) => onEdit(event.currentTarget.value)} />
  );
}
