import { Rates } from "../../packages/local/faults/plan.ts";

/** How bad it is: of a thousand calls so many are struck, of a hundred deliveries so many. */
export const ROUGH: Rates = Rates.parse({
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
});

/** Nothing goes wrong. */
export const CALM: Rates = Rates.parse({});
