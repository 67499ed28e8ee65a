import { Clock } from "../clock.ts";
import type { Ask, Booking, Plan } from "./plan.ts";
import { MOST_TRACKS } from "./slots.ts";

/** No mail may leave before then, and why. */
export interface Refusal {
  readonly ok: false;
  readonly notBefore: Date;
  readonly code: "rate" | "day";
}

/** Resolves when the moment of a mail has come, or with why it does not come. To be followed by the mail at once. */
export type Moment = () => Promise<Refusal | undefined>;

/** A moment of the account's that is one mail's. */
export interface Token {
  readonly ok: true;
  /** How many moments were leased together, this one among them. */
  readonly tokens: number;
  /** Resolves as many milliseconds before the moment as are asked for, with what resolves at the moment itself. */
  readonly take: (early?: number) => Promise<Moment>;
}
export type Lease = Token | Refusal;

/** Leases moments from the ledger. */
export type Book = (ask: Ask) => Promise<Extract<Plan, { ok: true }> | Refusal>;

/** Moments that one mail may miss before it is tried again later. */
const MISSES = 10;
/** Tracks that a worker begins with, before it is known how fast it is. */
const BREADTH = 4;

/**
 * The moments of one worker, leased some at a time for everybody it writes to side by side. It leases as many tracks as it turns out to
 * keep up with, and a moment that passed is gone: SES counts any second, not ours.
 */
export function pacer(book: Book) {
  const { next, pass, leased, isLate } = supply(book);
  let people = 1;
  let asking: Promise<unknown> = Promise.resolve();

  /** One after the other, so that side by side they lease once. */
  function inTurn(): Promise<number | Refusal> {
    const turn = asking.then(() => next(people));
    asking = turn.catch(() => undefined);
    return turn;
  }

  async function arrive(first: number): Promise<Refusal | undefined> {
    let moment = first;
    for (let miss = 0; miss < MISSES; miss++) {
      await until(moment);
      if (!isLate(moment)) return undefined;
      pass();
      const again = await inTurn();
      if (typeof again !== "number") return again;
      moment = again;
    }
    return { ok: false, notBefore: new Date(Clock.ms() + 1000), code: "rate" };
  }

  return {
    /** One moment, or when to ask again. @param wanted how many may want one, she among them */
    async token(wanted: number): Promise<Lease> {
      people = wanted;
      const moment = await inTurn();
      if (typeof moment !== "number") return moment;
      const take = async (early = 0): Promise<Moment> => {
        await until(moment - early);
        return () => arrive(moment);
      };
      return { ok: true, tokens: leased(), take };
    },
  };
}

/** What is leased and not taken yet; it leases again once nothing is left. */
function supply(book: Book) {
  let moments: number[] = [];
  let [leased, missed, late] = [0, 0, 0];
  let unused: Booking | undefined;
  const tries = trying();

  /** Whoever is later than this for a moment lets it pass: the next may be another worker's. */
  const isLate = (moment: number) => Clock.ms() > moment + late;

  function pass() {
    missed += 1;
    if (unused) unused = { ...unused, mails: missed };
  }

  async function lease(wanted: number): Promise<Refusal | undefined> {
    if (leased > 0) tries.went(leased, missed);
    leased = 0;
    const passed = unused && missed > 0 ? { unused } : {};
    const planned = await book({ wanted, breadth: tries.breadth(), ...passed });
    if (!planned.ok) return planned;
    moments = [...planned.moments];
    [leased, missed, late] = [moments.length, 0, planned.late];
    unused = { hour: planned.hour, mails: 0 };
    return undefined;
  }

  /** The next moment that has not passed. */
  async function next(wanted: number): Promise<number | Refusal> {
    for (;;) {
      const moment = moments.shift();
      if (moment === undefined) {
        const refused = await lease(wanted);
        if (refused) return refused;
      } else if (isLate(moment)) pass();
      else return moment;
    }
  }
  return { next, pass, leased: () => leased, isLate };
}

/** Leases in a row without a moment that passed, after which a worker tries more tracks. */
const CLEAN = 3;

/** How many tracks a worker keeps up with: half as many once an eighth of its moments passed unused, twice as many while none do. */
function trying() {
  let [breadth, clean] = [BREADTH, 0];
  return {
    breadth: () => breadth,
    went(leased: number, missed: number) {
      clean = missed === 0 ? clean + 1 : 0;
      if (missed * 8 > leased) breadth = Math.max(1, breadth >> 1);
      if (clean < CLEAN) return;
      breadth = Math.min(MOST_TRACKS, breadth * 2);
      clean = 0;
    },
  };
}

async function until(moment: number): Promise<void> {
  const wait = moment - Clock.ms();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}
