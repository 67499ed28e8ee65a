import { useId } from "react";
import type { Band, Geometry, Measures, Placed } from "./geometry.ts";
import { HatchPattern, MarkShape } from "./marks.tsx";
import "./season.css";

interface Props {
  readonly geometry: Geometry;
  readonly measures: Measures;
  readonly width: number;
  readonly focused?: Placed;
}

/** The inside of every season line: months, band, line, today, marks. */
export function Drawing({ geometry, measures, width, focused }: Props) {
  const hatch = useId();
  const { base, height, inset } = measures;
  return (
    <>
      {geometry.marks.some(({ kind }) => kind === "machine") && <HatchPattern id={hatch} />}
      <path className="season-month" d={geometry.months.map(({ x }) => `M${x} ${base - 2}v4`).join("")} />
      <path className="season-line" d={`M${inset} ${base}H${width - inset}`} />
      {geometry.band && <PermissionBand band={geometry.band} measures={measures} />}
      <path className="season-today" d={`M${geometry.today} 0V${height}`} />
      {focused && <path className="season-focus" d={`M${focused.x} 0V${height}`} />}
      {geometry.marks.map((mark) => (
        <MarkShape
          key={`${mark.kind}-${mark.day}-${mark.level}`}
          mark={mark}
          measures={measures}
          hatch={hatch}
        />
      ))}
    </>
  );
}

function PermissionBand({ band: { state, from, to, capped }, measures }: { band: Band; measures: Measures }) {
  const { band: y, thickness } = measures;
  return (
    <g className={`season-band season-${state}`} strokeWidth={thickness}>
      <path d={`M${from} ${y}H${to}`} />
      {capped && <path d={`M${to} ${y - thickness * 1.5}v${thickness * 3}`} strokeDasharray="none" />}
    </g>
  );
}
