import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useRef } from "react";
import { useCommands } from "../keys/provider.tsx";
import { returned } from "../list/remembered.ts";
import type { useLook } from "./use-look.ts";
import type { Selection } from "./use-selection.ts";

/** Who had the focus in this table last, so that coming back finds her there. */
let last: string | undefined;

interface Table {
  readonly body: RefObject<HTMLElement | null>;
  readonly virtual: Virtualizer<Window, Element>;
  readonly ids: readonly string[];
  readonly looking: ReturnType<typeof useLook>;
  readonly selection: Selection;
}

/** The keys of a list over rows of which most do not exist: scroll to the row, then focus it once it is there. */
export function useTableKeys({ body, virtual, ids, looking: { look, change }, selection }: Table) {
  const peeked = ids.indexOf(look.peek ?? "");
  const here = () => focused(body) ?? (peeked >= 0 ? peeked : inSight(virtual, ids.indexOf(last ?? "")));
  const go = (index: number) => {
    const to = Math.min(Math.max(index, 0), ids.length - 1);
    virtual.scrollToIndex(to);
    focusWhenThere(body, to);
    if (look.peek !== undefined) change({ peek: ids[to] });
    return to;
  };
  const extend = (by: 1 | -1) => {
    const from = Math.max(here(), 0);
    if (selection.count === 0) selection.pick(from, false);
    selection.pick(go(from + by), true);
  };
  const peek = () => {
    const index = Math.max(here(), 0);
    focusWhenThere(body, index);
    change({ peek: index === peeked ? undefined : ids[index] });
  };
  const close = () => (look.peek === undefined ? selection.clear() : change({ peek: undefined }));
  useCommands({
    "list.next": () => go(here() + 1),
    "list.previous": () => go(here() - 1),
    "list.open": () => open(body, Math.max(here(), 0)),
    "list.peek": peek,
    "list.select": () => selection.pick(Math.max(here(), 0), false),
    "list.extend": () => extend(1),
    "list.extend-back": () => extend(-1),
    "list.close": look.peek !== undefined || selection.count > 0 ? close : undefined,
  });
  useReturn(body, virtual, ids);
  useMemory(body, ids);
}

/** Coming back, whoever was left is on the screen and has the focus again. */
function useReturn(body: Table["body"], virtual: Table["virtual"], ids: readonly string[]) {
  const latest = useRef({ virtual, ids });
  useEffect(() => {
    const came = returned();
    const left = latest.current.ids.indexOf(came ?? last ?? "");
    if (left < 0) return;
    const reveal = () => {
      if (came) latest.current.virtual.scrollToIndex(left, { align: "center" });
      if (came || linkAt(body, left)) focusWhenThere(body, left);
    };
    // First the router scrolls to where the page was.
    requestAnimationFrame(() => requestAnimationFrame(reveal));
  }, [body]);
}

/** Remembers who has the focus. */
function useMemory(body: Table["body"], ids: readonly string[]) {
  useEffect(() => {
    const table = body.current;
    const remember = () => {
      last = ids[focused(body) ?? -1] ?? last;
    };
    table?.addEventListener("focusin", remember);
    return () => table?.removeEventListener("focusin", remember);
  }, [body, ids]);
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
  const index = Number(active.dataset.index);
  return Number.isNaN(index) ? undefined : index;
}

const linkAt = (body: RefObject<HTMLElement | null>, index: number) =>
  body.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);

const open = (body: RefObject<HTMLElement | null>, index: number) => linkAt(body, index)?.click();

const FRAMES = 10;

function focusWhenThere(body: RefObject<HTMLElement | null>, index: number, frames = FRAMES) {
  const row = linkAt(body, index);
  if (row) row.focus({ preventScroll: true });
  else if (frames > 0) requestAnimationFrame(() => focusWhenThere(body, index, frames - 1));
}
