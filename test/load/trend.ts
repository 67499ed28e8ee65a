/** `y` at `x`. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** By how much `y` grows with each `x`: the slope of the line with the least squares. Nothing of fewer than two points. */
export function slope(points: readonly Point[]): number {
  const mean = (of: (point: Point) => number) =>
    points.reduce((sum, one) => sum + of(one), 0) / points.length;
  const [x, y] = [mean((one) => one.x), mean((one) => one.y)];
  const spread = points.reduce((sum, one) => sum + (one.x - x) ** 2, 0);
  const together = points.reduce((sum, one) => sum + (one.x - x) * (one.y - y), 0);
  return spread > 0 ? together / spread : 0;
}
