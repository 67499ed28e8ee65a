import type { Measures, Placed } from "./geometry.ts";

interface Props {
  readonly mark: Placed;
  readonly measures: Measures;
  readonly hatch: string;
}

/** One mark: hers solid above the line, ours a hollow tick below it, a machine's as pale hatching. */
export function MarkShape({ mark, measures: { base, radius: r, crowd }, hatch }: Props) {
  const { kind, level } = mark;
  const step = level * (2 * r + 1);
  const x = crowd === "aside" ? mark.x - step : mark.x;
  const y = base - r - 1 - (crowd === "up" ? step : 0);
  switch (kind) {
    case "joined":
      return <path className="season-human" d={`M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`} />;
    case "clicked":
      return <circle className="season-human" cx={x} cy={y} r={r * 0.8} />;
    case "replied":
      return (
        <rect className="season-human" x={x - r * 0.8} y={y - r * 0.8} width={r * 1.6} height={r * 1.6} />
      );
    case "sent":
      return (
        <rect
          className="season-sent"
          x={x - r / 3}
          y={base + 2}
          width={(2 * r) / 3}
          height={r * 1.4}
          rx={r / 3}
        />
      );
    case "machine":
      return <rect x={x - r * 0.8} y={base - r * 2} width={r * 1.6} height={r * 2} fill={`url(#${hatch})`} />;
  }
}

export function HatchPattern({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <path className="season-hatch" d="M0 0v3" />
    </pattern>
  );
}
