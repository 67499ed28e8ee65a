/** How far the movable clock is ahead of the machine's, in memory that all threads see. */
export interface SharedOffset {
  get(): number;
  set(milliseconds: number): void;
  readonly memory: SharedArrayBuffer;
}

/** @param memory of another thread's offset; a new one without */
export function sharedOffset(memory = new SharedArrayBuffer(8)): SharedOffset {
  const cell = new BigInt64Array(memory);
  return {
    get: () => Number(Atomics.load(cell, 0)),
    set: (milliseconds) => void Atomics.store(cell, 0, BigInt(milliseconds)),
    memory,
  };
}

/** The movable clock as another thread reads it. */
export function followClock(memory: SharedArrayBuffer) {
  const offset = sharedOffset(memory);
  const ms = () => Date.now() + offset.get();
  return { ms, iso: () => new Date(ms()).toISOString() };
}
