/** Differences below this are network, not clock. */
const TOLERANCE_MS = 5_000;

let offset = 0;

/**
 * The server's time, learnt from the Date header of its answers: "3 days ago" must be right on a laptop whose clock is
 * wrong, and on a local run whose clock was moved.
 */
export const ServerClock = {
  ms: () => Date.now() + offset,
  read(date: string | null) {
    const server = date ? Date.parse(date) : Number.NaN;
    if (Number.isNaN(server)) return;
    const difference = server - Date.now();
    offset = Math.abs(difference) > TOLERANCE_MS ? difference : 0;
  },
};
