import { type Following, follow } from "./follow.ts";
import { createPause } from "./pause.ts";

const BACK_OFF_MS = 1_000;

type Options = Omit<Following, "backOff" | "stopped"> & { readonly clock: { ms(): number } };

/** Follows the feed whenever there is something in it; one run at a time. */
export function createRunner(options: Options) {
  const { feed, state, clock } = options;
  const pause = createPause(clock);
  let stopped = false;
  let working: Promise<void> | undefined;

  const behind = () => state.cursor() < feed.last();
  const backOff = async (retry: number) => {
    await pause.until(clock.ms() + BACK_OFF_MS * 2 ** (retry - 1));
    return !stopped;
  };
  const following: Following = { ...options, backOff, stopped: () => stopped };

  async function work() {
    // Trouble with the disk is the only thing that surfaces here: nothing is lost by trying again.
    while (!stopped && behind()) await follow(following).catch(() => backOff(1));
  }
  function wake() {
    if (stopped || working !== undefined || !behind()) return;
    working = work().finally(() => {
      working = undefined;
      wake();
    });
  }
  return {
    wake,
    due: pause.due,
    /** At the end of the feed, or waiting for a retry that is not due yet, so that the clock may jump there. */
    idle: () =>
      (pause.due() ?? Number.NEGATIVE_INFINITY) > clock.ms() || (working === undefined && !behind()),
    async stop() {
      stopped = true;
      pause.cut();
      await working;
    },
  };
}
