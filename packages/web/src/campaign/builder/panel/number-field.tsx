import { TextInput, type TextInputProps } from "@mantine/core";

interface Props extends Omit<TextInputProps, "value" | "onChange" | "type"> {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}

/** A whole number that may be empty while it is typed. */
export function NumberField({ value, onChange, ...rest }: Props) {
  return (
    <TextInput
      {...rest}
      type="number"
      inputMode="numeric"
      value={value === 0 && rest.min > 0 ? "" : value}
      onChange={({ currentTarget }) => onChange(Math.trunc(Number(currentTarget.value)) || 0)}
    />
  );
}
