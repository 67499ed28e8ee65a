import { room, type Store } from "../store.ts";
import { newSecret, stepOf } from "./totp.ts";

interface Kept {
  /** What codes are computed from, once verified. */
  readonly secret?: string;
  /** Handed out and not verified yet; the one before counts until then. */
  readonly pending?: string;
  readonly on: boolean;
  /** The time step of the last code taken. */
  readonly step: number;
}

export type SecondFactor = ReturnType<typeof openSecondFactors>;

const NONE: Kept = { on: false, step: -1 };

/** Who has a second factor, and whether sign-in asks for it. Kept in the store, so a restart switches nobody's off. */
export function openSecondFactors(store: Store, now: () => number = Date.now) {
  const kept = room<Kept>(store, "auth-second-factor");
  const inTurn = queue();
  const of = async (sub: string) => (await kept.get(sub)) ?? NONE;

  return {
    isOn: async (sub: string) => (await of(sub)).on,
    associate: (sub: string) =>
      inTurn(async () => {
        const pending = newSecret();
        await kept.put(sub, { ...(await of(sub)), pending });
        return pending;
      }),
    verify: (sub: string, code: string) =>
      inTurn(async () => {
        const { pending, ...before } = await of(sub);
        if (pending === undefined) return "none" as const;
        const step = stepOf(pending, code, now(), -1);
        if (step === undefined) return "wrong" as const;
        await kept.put(sub, { ...before, secret: pending, step });
        return "done" as const;
      }),
    /** False: there is no verified one to switch on. */
    prefer: (sub: string, on: boolean) =>
      inTurn(async () => {
        const before = await of(sub);
        if (on && before.secret === undefined) return false;
        await kept.put(sub, { ...before, on });
        return true;
      }),
    /** Whether this code lets her in; each does once. */
    take: (sub: string, code: string) =>
      inTurn(async () => {
        const before = await of(sub);
        const step = before.secret && stepOf(before.secret, code, now(), before.step);
        if (typeof step !== "number") return false;
        await kept.put(sub, { ...before, step });
        return true;
      }),
  };
}

/** One after the other: of two sign-ins with the same code one is too late. */
function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}
