/** Lets any number of requests in, or one piece of work that needs the disk to itself. */
export interface Gate {
  pass<T>(work: () => Promise<T>): Promise<T>;
  alone<T>(work: () => Promise<T>): Promise<T>;
  /** True when nobody is inside. */
  empty(): boolean;
}

export function createGate(): Gate {
  let inside = 0;
  let shut: Promise<unknown> | undefined;
  let emptied: (() => void) | undefined;

  async function pass<T>(work: () => Promise<T>): Promise<T> {
    while (shut !== undefined) await shut;
    inside += 1;
    try {
      return await work();
    } finally {
      inside -= 1;
      if (inside === 0) emptied?.();
    }
  }

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    while (shut !== undefined) await shut;
    const { promise, resolve } = Promise.withResolvers<void>();
    shut = promise;
    try {
      if (inside > 0) await new Promise<void>((done) => (emptied = done));
      return await work();
    } finally {
      emptied = undefined;
      shut = undefined;
      resolve();
    }
  }
  return { pass, alone, empty: () => inside === 0 && shut === undefined };
}
