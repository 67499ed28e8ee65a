import * as Quota from "../quota/index.ts";

/** Moments of the quota for everybody a worker writes to side by side, and whether it still spends any. */
export function purse() {
  const { token } = Quota.pace("nurture");
  let closed = false;
  return {
    token,
    /** The campaign went on to another epoch, or stopped: nobody here spends any more. */
    close() {
      closed = true;
    },
    isClosed: () => closed,
  };
}
