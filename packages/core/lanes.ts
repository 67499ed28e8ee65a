/**
 * Does the same for each of many, so many side by side. One that fails keeps the others from nothing that has begun; then it is
 * thrown, and what has not begun is left.
 */
export async function abreast<T>(
  lanes: number,
  things: readonly T[],
  run: (thing: T) => Promise<unknown>,
): Promise<void> {
  const waiting = [...things].reverse();
  const lane = async () => {
    for (let thing = waiting.pop(); thing !== undefined; thing = waiting.pop())
      await run(thing).catch((error) => {
        waiting.length = 0;
        throw error;
      });
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failed = ended.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}
