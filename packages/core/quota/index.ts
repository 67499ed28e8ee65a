export * as Quota from "./index.ts";

import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import { allowance } from "./account.ts";
import { type Book, type Lease, pacer } from "./pace.ts";
import { type Ask, type Ledger, plan } from "./plan.ts";
import type { Lane } from "./slots.ts";

export type { Lease, Moment } from "./pace.ts";
export type { Lane } from "./slots.ts";

const ATTEMPTS = 8;
const ASK_AFTER_MS = 3_600_000;
/** What leasing and a claim take: a moment before that would have passed when the mail is ready. */
const LEAD_MS = 50;

/**
 * The moments of one worker in the account's quota, which everything that sends shares. A lease begins within six seconds and covers
 * five, so eleven seconds is the longest a mail waits for its moment.
 */
export const pace = (lane: Lane) => pacer(book(lane));

/** Leases up to `wanted` mails and gives one of them: for who sends one mail. */
export const lease = (lane: Lane, wanted: number): Promise<Lease> => pace(lane).token(wanted);

const book =
  (lane: Lane): Book =>
  async (ask: Ask) => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const item = await current(lane);
      const planned = plan(item, lane, ask, Clock.ms() + LEAD_MS);
      if (!planned.ok) return { ...planned, notBefore: new Date(planned.notBefore) };
      if (await keep(lane, item.revision, planned.next)) return planned;
    }
    return { ok: false, notBefore: new Date(Clock.ms() + 1000), code: "rate" };
  };

/** Mails a second that campaigns may send, as SES said within the last hour. */
export const perSecond = async (): Promise<number> => (await current("nurture")).perSecond;

const read = (lane: Lane) => entities.quota.get({ lane }).go({ consistent: true });

/** The lane's ledger, with what SES allows as of the last hour. */
async function current(lane: Lane) {
  const { data } = await read(lane);
  if (data && Clock.ms() - Date.parse(data.askedAt) < ASK_AFTER_MS) return data;
  const item = { ...(await allowance()), lane, askedAt: Clock.iso(), revision: (data?.revision ?? 0) + 1 };
  // Whoever asked at the same time wrote the same answer.
  await applied(
    entities.quota
      .upsert({ ...item, tracks: tracksAt(item.perSecond, data), hours: data?.hours ?? {} })
      .where((it, op) => (data ? op.eq(it.revision, data.revision) : op.notExists(it.revision)))
      .go(),
  );
  const { data: kept } = await read(lane);
  if (!kept) throw new Error("The quota item vanished");
  return kept;
}

/** At another rate the moments are others: all of them come after what was leased at the one before. */
function tracksAt(perSecond: number, before: Pick<Ledger, "tracks" | "perSecond"> | null): readonly number[] {
  if (!before) return [];
  return before.perSecond === perSecond ? before.tracks : [Math.max(0, ...before.tracks)];
}

const keep = (lane: Lane, revision: number, { tracks, hours }: Ledger): Promise<boolean> =>
  applied(
    entities.quota
      .patch({ lane })
      .set({ tracks, hours, revision: revision + 1 })
      .where((it, op) => op.eq(it.revision, revision))
      .go(),
  );
