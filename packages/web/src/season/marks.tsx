import type { Placed } from "./geometry.ts";

interface Props {
  readonly mark: Placed;
  /** The line's height from the top. */
  readonly base: number;
  /** Half the size of a human mark. */
  readonly radius: number;
  readonly hatch: string;
}

/** One mark: hers solid above the line, ours a hollow tick below it, a machine's as pale hatching. */
export function MarkShape({ mark: { kind, x, level }, base, radius: r, hatch }: Props) {
  const y = base - r - 1 - level * (2 * r + 1);
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
      return <rect className="season-sent" x={x - r * 0.35} y={base + 2} width={r * 0.7} height={r * 1.4} />;
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
