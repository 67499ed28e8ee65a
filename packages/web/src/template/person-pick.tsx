import { Combobox, InputBase, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../api/call.ts";

export interface Person {
  readonly candidateId: string;
  readonly name: string;
}

interface Props {
  readonly person: Person | undefined;
  readonly onPick: (person: Person | undefined) => void;
}

const PAUSE_MS = 200;
const SHOWN = 8;
const NOBODY = "made-up";

/** Whose mail the preview shows: somebody found by words, or a made-up person. */
export function PersonPick({ person, onPick }: Props) {
  const [words, setWords] = useState("");
  const box = useCombobox({ onDropdownClose: () => setWords("") });
  const people = usePeople(words, box.dropdownOpened);
  const pick = (value: string) => {
    onPick(people.find(({ candidateId }) => candidateId === value));
    box.closeDropdown();
  };
  return (
    <Combobox store={box} onOptionSubmit={pick}>
      <Combobox.Target>
        <InputBase
          label="As it looks for"
          placeholder="A made-up person; type a name for a real one"
          value={box.dropdownOpened ? words : (person?.name ?? "")}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            box.openDropdown();
          }}
          onFocus={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options>
          <Combobox.Option value={NOBODY}>A made-up person</Combobox.Option>
          {people.map(({ candidateId, name, title }) => (
            <Combobox.Option value={candidateId} key={candidateId}>
              {name} {title && <span className="small quiet">{title}</span>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function usePeople(typed: string, open: boolean) {
  const [words] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { data } = useQuery({
    queryKey: ["people", "pick", words],
    queryFn: ({ signal }) =>
      call("POST /v1/candidate-searches", { ...(words ? { words } : {}), limit: SHOWN }, signal),
    enabled: open,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  return data?.people ?? [];
}
