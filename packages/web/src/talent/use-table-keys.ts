import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useRef } from "react";
import { useCommands } from "../keys/provider.tsx";

/** Where the focus was in this table, so that coming back finds it there. */
let lastIndex = -1;

/** `j` and `k` over rows of which most do not exist: scroll to the row, then focus it once it is there. */
export function useTableKeys(
  body: RefObject<HTMLElement | null>,
  virtual: Virtualizer<Window, Element>,
  count: number,
) {
  const at = useRef(lastIndex);
  const go = (index: number) => {
    at.current = Math.min(Math.max(index, 0), count - 1);
    lastIndex = at.current;
    virtual.scrollToIndex(at.current);
    focusWhenThere(body, at.current);
  };
  const here = () => focused(body) ?? inSight(virtual, at.current);
  useCommands({
    "list.next": () => go(here() + 1),
    "list.previous": () => go(here() - 1),
    "list.open": () => go(here()),
  });
}

/** Where the keys were, if that is on the screen; else just above its first row. */
function inSight({ range }: Virtualizer<Window, Element>, index: number): number {
  if (!range) return index;
  return index >= range.startIndex && index <= range.endIndex ? index : range.startIndex - 1;
}

/** The row that has the focus. */
function focused(body: RefObject<HTMLElement | null>): number | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !body.current?.contains(active)) return undefined;
  return Number(active.dataset.index);
}

const FRAMES = 10;

function focusWhenThere(body: RefObject<HTMLElement | null>, index: number, frames = FRAMES) {
  const row = body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (row) row.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(body, index, frames - 1));
}
