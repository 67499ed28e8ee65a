import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import { type RefObject, useEffect, useRef } from "react";
import { useCommands } from "../keys/provider.tsx";
import type { Editing } from "./editing.ts";
import { type Group, type Path, shift } from "./tree.ts";

/** The line that has the focus, or something in it. */
function focused(root: HTMLElement | null): Path | undefined {
  const line = document.activeElement?.closest<HTMLElement>("[data-line]");
  return line && root?.contains(line) ? (line.dataset.line ?? "").split(".").map(Number) : undefined;
}

/** `a` adds, backspace removes the line that has the focus, alt with the arrows moves it. */
export function useRuleKeys(
  root: RefObject<HTMLElement | null>,
  latest: { readonly current: Group },
  onChange: (rule: Rule) => void,
  { remove }: Editing,
  on: boolean,
) {
  const move = (by: 1 | -1) => {
    const path = focused(root.current);
    if (!path) return;
    const moved = shift(latest.current, path, by);
    if (moved === latest.current) return;
    onChange(moved);
    const to = [...path.slice(0, -1), (path.at(-1) ?? 0) + by].join(".");
    requestAnimationFrame(() => root.current?.querySelector<HTMLElement>(`[data-line="${to}"]`)?.focus());
  };
  const removeHere = () => {
    const path = focused(root.current);
    if (!path) return;
    remove(path);
    requestAnimationFrame(() => lineNear(root.current, path)?.focus());
  };
  const add = () => root.current?.querySelector<HTMLElement>('[data-add=""]')?.click();
  useFirst(root, on, { move, removeHere });
  useCommands({
    "rule.add": on ? add : undefined,
    "rule.remove": on ? removeHere : undefined,
    "rule.up": on ? () => move(-1) : undefined,
    "rule.down": on ? () => move(1) : undefined,
  });
}

interface Acts {
  readonly move: (by: 1 | -1) => void;
  readonly removeHere: () => void;
}

/** What lists and buttons of the library would take for themselves: alt with the arrows anywhere in a line, backspace on a list. */
function useFirst(root: RefObject<HTMLElement | null>, on: boolean, acts: Acts) {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const editor = root.current;
    if (!editor || !on) return;
    const onKey = (event: KeyboardEvent) => {
      const run = actOf(event, latest.current);
      if (!run) return;
      event.preventDefault();
      event.stopPropagation();
      run();
    };
    editor.addEventListener("keydown", onKey, true);
    return () => editor.removeEventListener("keydown", onKey, true);
  }, [root, on]);
}

function actOf({ key, altKey, target }: KeyboardEvent, { move, removeHere }: Acts): (() => void) | undefined {
  if (altKey && key === "ArrowUp") return () => move(-1);
  if (altKey && key === "ArrowDown") return () => move(1);
  return key === "Backspace" && target instanceof HTMLSelectElement ? removeHere : undefined;
}

/** After a line is gone: the one that came in its place, else the one before. */
function lineNear(root: HTMLElement | null, path: Path): HTMLElement | null {
  const last = path.at(-1) ?? 0;
  const named = (index: number) =>
    root?.querySelector<HTMLElement>(`[data-line="${[...path.slice(0, -1), index].join(".")}"]`) ?? null;
  return named(last) ?? named(last - 1);
}
