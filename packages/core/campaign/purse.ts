import type { Lease } from "../quota/index.ts";
import * as Quota from "../quota/index.ts";

type Granted = Extract<Lease, { ok: true }>;

/** Tokens of the quota, leased some at a time for everybody a worker writes to side by side. */
export function purse() {
  let lease: Granted | undefined;
  let tokens = 0;
  let closed = false;
  let asking: Promise<unknown> = Promise.resolve();

  async function next(people: number): Promise<Lease> {
    if (lease && tokens > 0) {
      tokens -= 1;
      return lease;
    }
    const asked = await Quota.lease("nurture", people);
    if (asked.ok) {
      lease = asked;
      tokens = asked.tokens - 1;
    }
    return asked;
  }
  return {
    /** One token, or when to ask again. One after the other, so that side by side they lease once. @param people who may want one */
    token(people: number): Promise<Lease> {
      const turn = asking.then(() => next(people));
      asking = turn.catch(() => undefined);
      return turn;
    },
    /** The campaign went on to another epoch, or stopped: nobody here spends any more. */
    close() {
      closed = true;
    },
    isClosed: () => closed,
  };
}
