import { useEffect, useRef } from "react";

/** Scrolls a strip wider than its place so that it ends at today, as one reads it on a phone. */
export function useShowToday(today: number, available: number) {
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const ROOM = 32;
    if (scroll.current) scroll.current.scrollLeft = Math.max(today + ROOM - available, 0);
  }, [today, available]);
  return scroll;
}
