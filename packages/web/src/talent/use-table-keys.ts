import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef } from "react";
import { useCommands } from "../keys/provider.tsx";

/** Who had the focus in this table last, so that coming back finds her there. */
let last: string | undefined;

/** `j` and `k` over rows of which most do not exist: scroll to the row, then focus it once it is there. */
export function useTableKeys(
  body: RefObject<HTMLElement | null>,
  virtual: Virtualizer<Window, Element>,
  ids: readonly string[],
) {
  const go = (index: number) => {
    const to = Math.min(Math.max(index, 0), ids.length - 1);
    virtual.scrollToIndex(to);
    focusWhenThere(body, to);
  };
  const here = () => focused(body) ?? inSight(virtual, ids.indexOf(last ?? ""));
  useCommands({
    "list.next": () => go(here() + 1),
    "list.previous": () => go(here() - 1),
    "list.open": () => go(here()),
  });
  useEffect(() => {
    const table = body.current;
    const remember = () => {
      last = ids[focused(body) ?? -1] ?? last;
    };
    table?.addEventListener("focusin", remember);
    return () => table?.removeEventListener("focusin", remember);
  }, [body, ids]);
  useReturn(body, ids);
}

/** Coming back, whoever was left has the focus again if she is on the screen. */
function useReturn(body: RefObject<HTMLElement | null>, ids: readonly string[]) {
  const index = useRef(ids.indexOf(last ?? ""));
  useEffect(() => {
    if (index.current >= 0) requestAnimationFrame(() => focusWhenThere(body, index.current));
  }, [body]);
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
