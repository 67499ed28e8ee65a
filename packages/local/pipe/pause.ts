/** A wait by the movable clock, which can be looked at and cut short. */
export interface Pause {
  /** Resolves when the clock has come to an instant, in epoch milliseconds, or when cut short. */
  until(at: number): Promise<void>;
  /** The instant waited for; none when nobody waits. */
  due(): number | undefined;
  cut(): void;
}

const POLL_MS = 25;

export function createPause(clock: { ms(): number }): Pause {
  let waiting: number | undefined;
  let stopped = false;
  return {
    async until(at) {
      waiting = at;
      // The clock may be moved while a timer runs, so that a timer alone would ring too late.
      while (!stopped && clock.ms() < at) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      waiting = undefined;
    },
    due: () => waiting,
    cut() {
      stopped = true;
    },
  };
}
