import { type Plan, Rates } from "../../packages/local/faults/plan.ts";

/** What the weather is like. */
export interface Weather extends Omit<Plan, "life"> {
  /** Real milliseconds that things go wrong for. */
  readonly duration: number;
  /** Longest that a life of the machine lasts, in real milliseconds. */
  readonly lifetime: number;
  /** A mistake that the product is given. */
  readonly mutant?: string;
  /** Leaves the data directory where it is, to be looked into. */
  readonly keep?: boolean;
}

/** Of a thousand writes some dozens are struck, of a hundred deliveries a fifth, and no life lasts longer than twelve seconds. */
export const ROUGH: Omit<Weather, "seed" | "duration"> = {
  rates: Rates.parse({
    "die-before": 0.008,
    "die-after": 0.01,
    late: 0.006,
    lost: 0.01,
    throttle: 0.015,
    conflict: 0.01,
    "crash-before": 0.0015,
    "crash-after": 0.002,
    answer: 0.01,
    duplicate: 0.08,
    reorder: 0.1,
    delay: 0.03,
    drop: 0.03,
  }),
  skewMs: 200,
  lagMs: 2000,
  lifetime: 12_000,
};
