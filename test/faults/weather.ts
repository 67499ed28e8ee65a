import { Rates } from "../../packages/local/faults/plan.ts";

/** How bad it is: of a thousand calls so many are struck, of a hundred deliveries so many. */
export const ROUGH: Rates = Rates.parse({
  "die-before": 0.004,
  "die-after": 0.004,
  late: 0.002,
  lost: 0.004,
  throttle: 0.01,
  conflict: 0.006,
  "crash-before": 0.0004,
  "crash-after": 0.0004,
  answer: 0.01,
  duplicate: 0.08,
  reorder: 0.1,
  delay: 0.03,
  drop: 0.03,
});

/** Nothing goes wrong. */
export const CALM: Rates = Rates.parse({});
