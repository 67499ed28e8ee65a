import { type KeyboardEvent, type PointerEvent, useState } from "react";
import type { Placed } from "./geometry.ts";

/** Steps through the marks of a strip by arrow keys or pointer; `choose` is told the day of the mark that was taken. */
export function useStepping(placed: readonly Placed[], choose: ((day: string) => void) | undefined) {
  const marks = placed.toSorted((a, b) => a.x - b.x);
  const [index, setIndex] = useState<number>();
  const focused = index === undefined ? undefined : marks[index];
  const last = marks.length - 1;
  const leave = () => setIndex(undefined);
  const take = () => focused && choose?.(focused.day);

  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepped(event.key, index, last);
    if (next === "choose") take();
    if (typeof next === "number") setIndex(next);
    if (next !== undefined) event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) =>
    setIndex(nearest(marks, event.clientX - event.currentTarget.getBoundingClientRect().left));

  return {
    ...{ focused, index, last },
    keys: { onKeyDown, onBlur: leave },
    pointer: { onPointerMove, onPointerLeave: leave, onClick: take },
  };
}

/** Which mark a key leads to; from nowhere one begins at the newest. */
function stepped(key: string, index: number | undefined, last: number): number | "choose" | undefined {
  if (last < 0) return undefined;
  const here = index ?? last + 1;
  if (key === "ArrowLeft") return Math.max(here - 1, 0);
  if (key === "ArrowRight") return Math.min(index === undefined ? last : index + 1, last);
  if (key === "Home") return 0;
  if (key === "End") return last;
  return key === "Enter" ? "choose" : undefined;
}

const REACH = 24;

function nearest(marks: readonly Placed[], x: number): number | undefined {
  const distances = marks.map((mark) => Math.abs(mark.x - x));
  const least = Math.min(...distances);
  return least <= REACH ? distances.indexOf(least) : undefined;
}
