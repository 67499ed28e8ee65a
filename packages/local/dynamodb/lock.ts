/** Keyed locks, first come first served. A holder of several keys queues for all of them at once, so none can deadlock. */
export interface Locks {
  hold<T>(keys: readonly string[], work: () => Promise<T>): Promise<T>;
}

export function createLocks(): Locks {
  const tails = new Map<string, Promise<void>>();

  async function hold<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = keys.map((key) => tails.get(key)).filter((tail) => tail !== undefined);
    const { promise, resolve } = Promise.withResolvers<void>();
    for (const key of keys) tails.set(key, promise);
    if (before.length > 0) await Promise.all(before);
    try {
      return await work();
    } finally {
      for (const key of keys) if (tails.get(key) === promise) tails.delete(key);
      resolve();
    }
  }
  return { hold };
}
