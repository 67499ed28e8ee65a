import type { Line } from "@perennial/core/season/index.ts";
import { memo } from "react";
import { Drawing } from "./drawing.tsx";
import { type Measures, place } from "./geometry.ts";
import { seasonSentence } from "./sentence.ts";

const WIDTH = 96;
const ROW: Measures = { height: 20, base: 11, band: 18, thickness: 2, radius: 3, inset: 3, crowd: "aside" };

/** The season line of a row: 96 by 20 pixels. */
export const SeasonLine = memo(function SeasonLine({ line }: { readonly line: Line }) {
  return (
    <svg
      className="season"
      width={WIDTH}
      height={ROW.height}
      viewBox={`0 0 ${WIDTH} ${ROW.height}`}
      role="img"
      aria-label={seasonSentence(line)}
    >
      <Drawing geometry={place(line, WIDTH, ROW.inset)} measures={ROW} width={WIDTH} />
    </svg>
  );
});
