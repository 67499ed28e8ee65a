import "./choices.css";

interface Props<T extends string> {
  /** What is chosen, for those who hear the page. */
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly words: string }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** A few words of which one holds. */
export function Choices<T extends string>({ label, options, value, onChoose }: Props<T>) {
  return (
    <fieldset className="choices">
      <legend className="hidden">{label}</legend>
      {options.map((option) => (
        <button
          type="button"
          key={option.value}
          aria-pressed={option.value === value}
          onClick={() => onChoose(option.value)}
        >
          {option.words}
        </button>
      ))}
    </fieldset>
  );
}
