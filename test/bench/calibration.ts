import { hash } from "node:crypto";

const BATCH = 1000;
const WARM_MS = 300;
const MS = 500;
const TIMES = 3;

/**
 * How fast one core of this machine is: SHA-256 hashes a second, each of the one before, by Node's own crypto; the best of three, because
 * what else runs only takes away. Figures of two machines can be
 * compared by it, roughly: disks and caches differ as well.
 */
export function calibrate(): number {
  rate(WARM_MS);
  return Math.max(...Array.from({ length: TIMES }, () => rate(MS)));
}

function rate(ms: number): number {
  let last = "perennial";
  let count = 0;
  const began = performance.now();
  for (const end = began + ms; performance.now() < end; count += BATCH)
    for (let n = 0; n < BATCH; n++) last = hash("sha256", last);
  return (count * 1000) / (performance.now() - began);
}
