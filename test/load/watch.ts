import { directorySize } from "../bench/directory-size.ts";
import type { Machine } from "../bench/machine.ts";

/** How large the product is at a moment. */
export interface Sample {
  /** Seconds since the watch began. */
  readonly at: number;
  /** MB in memory. */
  readonly memory: number;
  /** MB in the data directory. */
  readonly data: number;
}

const MB = 1024 * 1024;
const EVERY_MS = 2000;

/** Looks at the product's memory and at its data, until it is told to end. */
export function watch({ used }: Pick<Machine, "used">, data: string): () => Promise<readonly Sample[]> {
  const began = performance.now();
  const samples: Sample[] = [];
  const over = new AbortController();
  const look = async () => {
    const [{ memory }, size] = await Promise.all([used(), directorySize(data)]);
    samples.push({ at: (performance.now() - began) / 1000, memory, data: size / MB });
  };
  const looking = (async () => {
    while (!over.signal.aborted) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  return async () => {
    over.abort();
    await looking;
    return samples;
  };
}
