/** The value below which the given share of the numbers lies (nearest rank); 0 when there are none. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** The middle of a few measurements: of three the second. */
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);
