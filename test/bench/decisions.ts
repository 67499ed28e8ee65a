import fc from "fast-check";
import { advance } from "../../packages/core/campaign/advance.ts";
import { now } from "../core/support/gates.ts";
import { inside } from "../core/support/situations.ts";
import type { Sample } from "./sample.ts";

const SITUATIONS = 2000;
const WARM_MS = 500;
const MS = 1500;

/** Decides about people in all kinds of situations, always the same ones, on one core. */
export function decisions({ rounds }: { readonly rounds: number }): Sample[] {
  const all = fc.sample(inside, { seed: 1, numRuns: SITUATIONS });
  const rate = (ms: number) => {
    let count = 0;
    const began = performance.now();
    for (const end = began + ms; performance.now() < end; count += all.length)
      for (const situation of all) advance(situation, now);
    return (count * 1000) / (performance.now() - began);
  };
  rate(WARM_MS);
  return Array.from({ length: rounds }, () => ({ name: "decisions", value: rate(MS) }));
}
