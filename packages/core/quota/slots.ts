/** The two lanes of one account: confirmations keep a fifth, so that no campaign can hold up somebody who is waiting. */
export type Lane = "nurture" | "service";
export const SHARE: Record<Lane, number> = { nurture: 0.8, service: 0.2 };

/**
 * A mail reaches SES up to so many milliseconds later than another one would: that much more than a second has to hold no more than
 * SES allows in one. It costs a twentieth of the rate.
 */
export const HEADROOM_MS = 50;

/** Mails a second of one track, about what one worker keeps up with. */
const A_TRACK = 10;
/**
 * Mails a second at the most, whatever SES allows. Moments closer together than that would pass before any worker came to them: it would
 * lease anew for every few mails.
 */
const FASTEST = 1000;
/** Of the headroom: the rest is the call's own. */
const LATE_MS = 25;
const LATEST_MS = 2000;

/**
 * Milliseconds after its moment that a mail may still leave. Where SES allows more than our moments ask of it, they need not be kept to
 * as closely: a second then holds the moments of that much more than a second, and no more than SES allows.
 */
export const lateness = (perSecond: number): number =>
  Math.min(LATEST_MS, LATE_MS + (1000 + HEADROOM_MS) * (Math.max(1, perSecond / FASTEST) - 1));

/** The ledger keeps a number a track. */
export const MOST_TRACKS = 32;

/**
 * The moments at which an account may send, the same for everybody who sends: one every `gap` milliseconds since 1970, each fifth the
 * service lane's. A lane's are dealt to tracks in turn, so that several workers send side by side, each at moments of its own.
 */
export interface Slots {
  readonly tracks: number;
  /** The first moment of a track that is not before an epoch millisecond. */
  readonly next: (track: number, from: number) => number;
  /** The moment of the same track after one of its moments. */
  readonly after: (track: number, moment: number) => number;
}

const CYCLE = 5;
/** Which of each five are whose. */
const OWN: Record<Lane, readonly number[]> = { nurture: [0, 1, 2, 3], service: [4] };

export function slotsOf(perSecond: number, lane: Lane): Slots {
  const gap = (1000 + HEADROOM_MS) / Math.min(perSecond, FASTEST);
  const own = OWN[lane];
  const tracks = Math.max(1, Math.min(MOST_TRACKS, Math.ceil((perSecond * SHARE[lane]) / A_TRACK)));
  const momentOf = (nth: number) =>
    (Math.floor(nth / own.length) * CYCLE + (own[nth % own.length] ?? 0)) * gap;
  const next = (track: number, from: number) => {
    let nth = Math.max(0, Math.floor(from / gap / CYCLE) * own.length - tracks);
    nth += (track - (nth % tracks) + tracks) % tracks;
    while (momentOf(nth) < from) nth += tracks;
    return momentOf(nth);
  };
  return { tracks, next, after: (track, moment) => next(track, moment + gap / 2) };
}
