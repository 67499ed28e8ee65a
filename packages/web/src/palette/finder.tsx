import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Keys } from "../keys/keys.tsx";
import { type Choice, useChoices } from "./choices.ts";

/** A field and under it what fits, as a list box: arrows walk, enter chooses (WAI-ARIA combobox). */
export function Finder({ onChoose }: { readonly onChoose: (choice: Choice) => void }) {
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const { choices, waiting } = useChoices(typed);
  const id = useId();
  const index = Math.min(at, choices.length - 1);
  const optionId = (position: number) => `${id}-${position}`;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((index + step + choices.length) % Math.max(choices.length, 1));
    const choice = choices[index];
    if (event.key === "Enter" && choice) onChoose(choice);
    if (step || event.key === "Enter") event.preventDefault();
  };
  return (
    <div className="palette">
      <input
        data-autofocus
        role="combobox"
        aria-label="Find a command, a person, a segment, a campaign"
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={choices.length > 0 ? optionId(index) : undefined}
        placeholder="Find a command, a person, a segment, a campaign"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label="Found" className="palette-list" aria-busy={waiting}>
        {choices.map((choice, position) => (
          <Option
            key={choice.id}
            id={optionId(position)}
            choice={choice}
            titled={choice.kind !== choices[position - 1]?.kind}
            chosen={position === index}
            onChoose={() => onChoose(choice)}
          />
        ))}
      </div>
      {choices.length === 0 && !waiting && <p className="palette-none quiet">Nothing is called that.</p>}
    </div>
  );
}

interface Props {
  readonly id: string;
  readonly choice: Choice;
  /** The first of its kind, which is named above it. */
  readonly titled: boolean;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Option({ id, choice: { kind, words, hint, key }, titled, chosen, onChoose }: Props) {
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <>
      {titled && (
        <p className="palette-kind tiny quiet" role="presentation">
          {kind}
        </p>
      )}
      <button
        type="button"
        ref={line}
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        // The focus stays in the field.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onChoose}
      >
        <span className="palette-words">{words}</span>
        {hint && <span className="small quiet">{hint}</span>}
        {key && <Keys of={key} />}
      </button>
    </>
  );
}
