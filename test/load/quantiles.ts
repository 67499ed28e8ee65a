import { quantile } from "../../bin/check/quantile.ts";

/** Milliseconds. */
export interface Quantiles {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

export function quantiles(values: readonly number[]): Quantiles {
  const at = (share: number) => Math.round(quantile(values, share));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}
