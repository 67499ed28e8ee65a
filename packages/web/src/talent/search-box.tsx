import { CloseButton, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useCommands } from "../keys/provider.tsx";

/** Long enough to type on, short enough not to be waited for. */
const PAUSE_MS = 180;

interface Props {
  readonly words: string;
  readonly onSearch: (words: string) => void;
}

/** The search for words, which the address follows; `/` leads here, escape back to the list. */
export function SearchBox({ words, onSearch }: Props) {
  const [typed, setTyped] = useState(words);
  const box = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback(onSearch, PAUSE_MS);
  const sent = useRef(words);
  useEffect(() => {
    // The address changed by itself: a step back, a filter taken away.
    if (words !== sent.current) setTyped(words);
    sent.current = words;
  }, [words]);
  const type = (next: string) => {
    setTyped(next);
    sent.current = next.trim();
    search(next.trim());
  };
  useCommands({ "list.search": () => box.current?.select() });
  return (
    <TextInput
      ref={box}
      className="talent-search"
      type="search"
      aria-label="Search people"
      placeholder="Name, title, company, city, tag"
      aria-keyshortcuts="/"
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
      rightSection={
        typed !== "" && <CloseButton size="sm" aria-label="Clear the search" onClick={() => type("")} />
      }
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") box.current?.blur();
      }}
    />
  );
}
