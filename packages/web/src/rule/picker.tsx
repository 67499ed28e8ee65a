import { Combobox, useCombobox } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";

export interface Option {
  readonly id: string;
  readonly words: string;
  /** At the right, pale. */
  readonly detail: string;
  /** For what can be chosen and left again. */
  readonly chosen?: boolean;
}

interface Props {
  /** What the options are, for those who hear the page. */
  readonly label: string;
  readonly placeholder: string;
  readonly width: number;
  readonly options: (typed: string) => readonly Option[];
  /** @param typed what the options were found by */
  readonly onPick: (id: string, typed: string) => void;
  /** Whether it stays open for more. */
  readonly stays: boolean;
  /** Whether it opens by itself the first time. */
  readonly opens?: boolean;
  readonly disabled?: boolean;
  readonly className: string;
  /** Names the button for the keys. */
  readonly place?: string;
  readonly children: ReactNode;
}

/** Below its button and in the same landmark, but not cut off where that scrolls. */
const FLOATS = {
  position: "bottom-start",
  withinPortal: false,
  floatingStrategy: "fixed",
  shadow: "float",
  radius: 8,
} as const;

/** A button that opens a list to type into. */
export function Picker({ width, options, onPick, stays, opens, label, placeholder, ...button }: Props) {
  const [typed, setTyped] = useState("");
  const box = useCombobox({
    onDropdownOpen: () => box.focusSearchInput(),
    onDropdownClose: () => {
      setTyped("");
      box.resetSelectedOption();
      if (stays) box.focusTarget();
    },
  });
  // Enter takes the first of what was found.
  useEffect(() => {
    if (typed !== "") box.selectFirstOption();
  }, [typed, box.selectFirstOption]);
  useOnce(opens === true && button.disabled !== true, box.openDropdown);
  const pick = (id: string) => {
    setTyped("");
    if (!stays) box.closeDropdown();
    onPick(id, typed);
  };
  const { place, children, ...rest } = button;
  return (
    <Combobox store={box} onOptionSubmit={pick} width={width} {...FLOATS}>
      <Combobox.Target targetType="button" withAriaAttributes={false}>
        <button
          type="button"
          {...rest}
          {...(place === undefined ? {} : { "data-add": place })}
          aria-haspopup="listbox"
          aria-expanded={box.dropdownOpened}
          onClick={() => box.toggleDropdown()}
        >
          {children}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            box.updateSelectedOptionIndex();
          }}
          placeholder={placeholder}
          aria-label={placeholder}
        />
        {box.dropdownOpened && <Options label={label} options={options(typed)} />}
      </Combobox.Dropdown>
    </Combobox>
  );
}

function Options({ label, options }: { readonly label: string; readonly options: readonly Option[] }) {
  return (
    <Combobox.Options className="rule-options" aria-label={label} tabIndex={0}>
      {options.length === 0 && <Combobox.Empty>Nothing is known by that name</Combobox.Empty>}
      {options.map(({ id, words, detail, chosen }) => (
        <Combobox.Option value={id} key={id} active={chosen === true}>
          {chosen !== undefined && (
            <IconCheck size={14} stroke={1.5} aria-hidden="true" data-chosen={chosen} />
          )}
          <span>{words}</span>
          <span className="quiet tiny">{detail}</span>
        </Combobox.Option>
      ))}
    </Combobox.Options>
  );
}

function useOnce(wanted: boolean, run: () => void) {
  const first = useRef(wanted);
  useEffect(() => {
    if (first.current) run();
    first.current = false;
  }, [run]);
}
