import { useElementSize } from "@mantine/hooks";
import type { Line } from "@perennial/core/season/index.ts";
import { plainMonth } from "../words/dates.ts";
import { Drawing } from "./drawing.tsx";
import { type Geometry, type Measures, place } from "./geometry.ts";
import { markSentence, seasonSentence } from "./sentence.ts";
import { useShowToday } from "./use-show-today.ts";
import { useStepping } from "./use-stepping.ts";

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
  const { focused, index, last, keys, pointer } = useStepping(geometry.marks, onChoose);
  const sentence = focused ? markSentence(focused) : seasonSentence(line);
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
          aria-valuetext={sentence}
          {...keys}
          style={{ width }}
        >
          <svg className="season" width={width} height={STRIP.height} aria-hidden="true" {...pointer}>
            <Drawing geometry={geometry} measures={STRIP} width={width} {...(focused ? { focused } : {})} />
          </svg>
          <Months geometry={geometry} />
        </div>
      </div>
      <p className="season-reading small quiet">{sentence}</p>
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
