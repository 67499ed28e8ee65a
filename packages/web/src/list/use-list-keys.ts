import { type RefObject, useRef } from "react";
import { useCommands } from "../keys/provider.tsx";

/** What a row carries so that the keys find it. */
export const rowLink = { "data-row": "" } as const;

const SELECTOR = "[data-row]";

/**
 * `j` and `k` walk over the rows inside, as one list; a row is a link, so `enter` opens it by itself. When none has the focus, the
 * keys begin at the first.
 */
export function useListKeys<T extends HTMLElement>(): RefObject<T | null> {
  const list = useRef<T>(null);
  const move = (by: 1 | -1) => {
    const rows: (Element | null)[] = [...(list.current?.querySelectorAll(SELECTOR) ?? [])];
    const here = rows.indexOf(document.activeElement);
    const next = rows[here < 0 ? 0 : Math.min(Math.max(here + by, 0), rows.length - 1)];
    if (!(next instanceof HTMLElement)) return;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  useCommands({
    "list.next": () => move(1),
    "list.previous": () => move(-1),
    "list.open": () => list.current?.querySelector<HTMLElement>(SELECTOR)?.focus(),
  });
  return list;
}
