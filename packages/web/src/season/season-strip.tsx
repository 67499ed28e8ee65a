import { useElementSize } from "@mantine/hooks";
import type { Line } from "@perennial/core/season/index.ts";
import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { plainMonth } from "../words/dates.ts";
import { Drawing } from "./drawing.tsx";
import { type Geometry, type Measures, place } from "./geometry.ts";
import { markSentence, seasonSentence } from "./sentence.ts";
import { useShowToday } from "./use-show-today.ts";

const STRIP: Measures = { height: 64, base: 38, band: 57, thickness: 4, radius: 6, inset: 8, crowd: "up" };
/** Below this the marks of a year run into each other: the strip scrolls instead. */
const NARROWEST = 640;

interface Props {
  readonly line: Line;
  /** A mark was chosen: the page goes to its day. */
  readonly onChoose?: (day: string) => void;
}

/** The season line across a page: arrow keys or the pointer step through its marks. */
export function SeasonStrip({ line, onChoose }: Props) {
  const { ref, width: available } = useElementSize();
  const width = Math.max(available, NARROWEST);
  const geometry = place(line, width, STRIP.inset);
  const marks = geometry.marks.toSorted((a, b) => a.x - b.x);
  const [index, setIndex] = useState<number>();
  const focused = index === undefined ? undefined : marks[index];
  const last = marks.length - 1;

  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepped(event.key, index, last);
    if (next === "choose" && focused) onChoose?.(focused.day);
    if (typeof next === "number") setIndex(next);
    if (next !== undefined) event.preventDefault();
  };
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) =>
    setIndex(nearest(marks, event.clientX - event.currentTarget.getBoundingClientRect().left));

  return (
    <div className="season-strip" ref={ref}>
      <div className="season-scroll" ref={useShowToday(geometry.today, available)}>
        <div
          role="slider"
          tabIndex={0}
          aria-label={seasonSentence(line)}
          aria-valuemin={0}
          aria-valuemax={Math.max(last, 0)}
          aria-valuenow={index ?? Math.max(last, 0)}
          aria-valuetext={focused ? markSentence(focused) : seasonSentence(line)}
          onKeyDown={onKeyDown}
          onBlur={() => setIndex(undefined)}
          style={{ width }}
        >
          <svg
            className="season"
            width={width}
            height={STRIP.height}
            aria-hidden="true"
            onPointerMove={onPointerMove}
            onPointerLeave={() => setIndex(undefined)}
            onClick={() => focused && onChoose?.(focused.day)}
          >
            <Drawing geometry={geometry} measures={STRIP} width={width} {...(focused ? { focused } : {})} />
          </svg>
          <Months geometry={geometry} />
        </div>
      </div>
      <p className="season-reading small quiet">{focused ? markSentence(focused) : seasonSentence(line)}</p>
    </div>
  );
}

function Months({ geometry }: { readonly geometry: Geometry }) {
  return (
    <div className="season-months tiny quiet" aria-hidden="true">
      {geometry.months.map(({ day, x }) => (
        <span key={day} style={{ left: x }}>
          {plainMonth(day)}
        </span>
      ))}
    </div>
  );
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

function nearest(marks: Geometry["marks"], x: number): number | undefined {
  const distances = marks.map((mark) => Math.abs(mark.x - x));
  const least = Math.min(...distances);
  return least <= REACH ? distances.indexOf(least) : undefined;
}
