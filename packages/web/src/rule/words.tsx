import { useState } from "react";

/** The words of a sentence that can be changed. Native fields, so that a phone and a screen reader know what to do with them. */

interface ChoiceProps {
  readonly label: string;
  readonly value: number;
  readonly options: readonly string[];
  /** What stands there when it is none of the options. */
  readonly otherwise?: string;
  readonly readOnly: boolean;
  readonly onChoose: (index: number) => void;
}

/** A native list behind words that wrap like the rest of the sentence. */
export function ChoiceWord({ label, value, options, otherwise, readOnly, onChoose }: ChoiceProps) {
  return (
    <span className="rule-verb">
      <span aria-hidden="true">{options[value] ?? otherwise}</span>
      <select
        aria-label={label}
        value={value}
        disabled={readOnly}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      >
        {value < 0 && (
          <option value={value} disabled>
            {otherwise}
          </option>
        )}
        {options.map((words, index) => (
          <option value={index} key={words}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly onType: (value: string) => void;
}

export const TextWord = ({ label, value, readOnly, onType }: TextProps) => (
  <input
    className="rule-word rule-text"
    aria-label={label}
    value={value}
    readOnly={readOnly}
    placeholder="type…"
    size={Math.max(value.length, 6)}
    onChange={(event) => onType(event.currentTarget.value)}
  />
);

export const DayWord = ({ label, value, readOnly, onType }: TextProps) => (
  <input
    className="rule-word"
    type="date"
    aria-label={label}
    value={value}
    readOnly={readOnly}
    onChange={(event) => onType(event.currentTarget.value)}
  />
);

interface NumberProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly readOnly: boolean;
  readonly onType: (value: number) => void;
}

/** A number; what is not one, as while it is typed, stays in the field and changes nothing. */
export function NumberWord({ label, value, min, max, readOnly, onType }: NumberProps) {
  const [typed, setTyped] = useState<string>();
  const fits = (text: string) => /^\d+$/.test(text) && Number(text) >= min && Number(text) <= max;
  const shown = typed ?? String(value);
  return (
    <input
      className="rule-word rule-number"
      inputMode="numeric"
      aria-label={label}
      aria-invalid={!fits(shown)}
      title={fits(shown) ? undefined : `A number from ${min} to ${max}`}
      value={shown}
      readOnly={readOnly}
      size={Math.max(shown.length, 2)}
      onChange={({ currentTarget: { value: text } }) => {
        setTyped(text);
        if (fits(text)) onType(Number(text));
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
