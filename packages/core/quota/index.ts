export * as Quota from "./index.ts";

import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import { allowance } from "./account.ts";
import { type Lane, type Ledger, plan } from "./plan.ts";

export type { Lane } from "./plan.ts";

/** Leased permission to send `tokens` mails, or when to ask again. */
export type Lease =
  | { readonly ok: true; readonly tokens: number; readonly take: (early?: number) => Promise<Moment> }
  | { readonly ok: false; readonly notBefore: Date; readonly code: "rate" | "day" };

/** Resolves when the moment of a token has come. */
export type Moment = () => Promise<void>;

const ATTEMPTS = 8;
const ASK_AFTER_MS = 3_600_000;
/** The longest a worker waits for the moment of a token. */
const LONGEST_MS = 10_000;

/**
 * Leases up to `wanted` mails from the account's quota, shared by everything that sends. `take` resolves when the next token's
 * moment has come, or as many milliseconds before as are asked for, with what resolves at the moment itself: a lease begins within
 * five seconds and covers five, so ten seconds is the longest a worker waits.
 */
export async function lease(lane: Lane, wanted: number): Promise<Lease> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const item = await current(lane);
    const planned = plan(item, lane, wanted, Clock.ms());
    if (!planned.ok) return { ...planned, notBefore: new Date(planned.notBefore) };
    if (await keep(lane, item.revision, planned.next))
      return { ok: true, tokens: planned.tokens, take: pace(lane, planned) };
  }
  return { ok: false, notBefore: new Date(Clock.ms() + 1000), code: "rate" };
}

/** Mails a second that campaigns may send, as far as known; one until somebody has asked SES. */
export async function perSecond(): Promise<number> {
  const { data } = await read("nurture");
  return data?.perSecond ?? 1;
}

const read = (lane: Lane) => entities.quota.get({ lane }).go({ consistent: true });

/** The lane's ledger, with what SES allows as of the last hour. */
async function current(lane: Lane) {
  const { data } = await read(lane);
  if (data && Clock.ms() - Date.parse(data.askedAt) < ASK_AFTER_MS) return data;
  const item = { ...(await allowance()), lane, askedAt: Clock.iso(), revision: (data?.revision ?? 0) + 1 };
  // Whoever asked at the same time wrote the same answer.
  await applied(
    entities.quota
      .upsert({ ...item, busyUntil: data?.busyUntil ?? 0, hours: data?.hours ?? {} })
      .where((it, op) => (data ? op.eq(it.revision, data.revision) : op.notExists(it.revision)))
      .go(),
  );
  const { data: kept } = await read(lane);
  if (!kept) throw new Error("The quota item vanished");
  return kept;
}

const keep = (lane: Lane, revision: number, { busyUntil, hours }: Ledger): Promise<boolean> =>
  applied(
    entities.quota
      .patch({ lane })
      .set({ busyUntil, hours, revision: revision + 1 })
      .where((it, op) => op.eq(it.revision, revision))
      .go(),
  );

/** The last moment handed out in this process, by lane. */
const latest: Record<Lane, number> = { nurture: 0, service: 0 };

/**
 * Hands out the tokens of a lease at their moments. Whoever is late for one makes the next ones later, so that mails never catch up
 * in a burst: SES counts any second, not ours.
 */
function pace(lane: Lane, { from, gap }: { from: number; gap: number }) {
  return async (early = 0): Promise<Moment> => {
    const now = Clock.ms();
    // A moment further away than any lease reaches was handed out before the clock was set back.
    const last = latest[lane] > now + LONGEST_MS ? 0 : latest[lane];
    const moment = Math.max(from, now, last + gap);
    latest[lane] = moment;
    await until(moment - early);
    return () => until(moment);
  };
}

async function until(moment: number): Promise<void> {
  const wait = moment - Clock.ms();
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
}
