/** Does something to each, some at a time. */
export async function forEach<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  const left = all.values();
  const worker = async () => {
    for (const one of left) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const GLANCE_MS = 500;
const LONGEST_MS = 600_000;

/** Looks until it finds what it waits for; fails after ten minutes, or what is said. Looking costs the product time, so it is done seldom. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  longestMs = LONGEST_MS,
): Promise<T> {
  for (const end = Date.now() + longestMs; ; ) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`It never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
  }
}
