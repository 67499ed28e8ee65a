const RETRY_MS = 1000;
/** `setTimeout` takes no more. */
const LONGEST_MS = 2 ** 31 - 1;

/**
 * Runs one piece of work at a time: when woken, when it said it would be due again, and after it failed.
 * @param work answers after how many milliseconds it wants to run again, if at all
 */
export function createPump(work: (stopped: () => boolean) => Promise<number | undefined>) {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  async function run() {
    const later = await work(() => stopped).catch(() => RETRY_MS);
    clearTimeout(timer);
    if (later !== undefined && !stopped) timer = setTimeout(wake, Math.min(later, LONGEST_MS));
  }
  /** Safe to call at any time; what is asked for while the work runs is done right after. */
  function wake() {
    again = running !== undefined;
    running ??= run().finally(() => {
      running = undefined;
      if (again && !stopped) wake();
    });
  }
  async function stop() {
    stopped = true;
    clearTimeout(timer);
    await running;
  }
  return { wake, stop, running: () => running !== undefined };
}
