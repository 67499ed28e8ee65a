import "./figure.css";

const WIDTH = 96;
const HEIGHT = 20;

/** The points of a line through the values, from the oldest at the left; a flat line when all are the same. */
export function points(values: readonly number[], width = WIDTH, height = HEIGHT): string {
  const lowest = Math.min(...values);
  const range = Math.max(...values) - lowest || 1;
  const step = width / Math.max(values.length - 1, 1);
  return values
    .map(
      (value, index) =>
        `${round(index * step)},${round(height - 1 - ((value - lowest) / range) * (height - 2))}`,
    )
    .join(" ");
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A line of the last days; `label` says in words what it shows. */
export function Sparkline({ values, label }: { readonly values: readonly number[]; readonly label: string }) {
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <polyline points={points(values)} />
    </svg>
  );
}
