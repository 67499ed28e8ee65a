import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import type { Facts } from "../facts/index.ts";
import * as Gate from "../gate/index.ts";
import { abreast } from "../lanes.ts";
import { arrive } from "./arrive.ts";
import { ripens } from "./asks.ts";
import { truth } from "./branch.ts";
import { doors } from "./enrol.ts";
import { type Door, enter } from "./enter.ts";

const PAGE = 50;
const LANES = 8;
const STOP_BEFORE_TIMEOUT_MS = 60_000;

/**
 * Lets in whom nothing tells of: who has come to match a campaign that goes on because days passed, not because anything of her changed.
 * Looked for once a day, among everybody, and only while there is such a campaign.
 * @throws when its time is up: tried again, it passes over whoever is in
 */
export async function ripen(remaining: () => number): Promise<{ campaigns: number; entered: number }> {
  const counting = (await doors()).filter(
    ({ campaign: { entry } }) => entry.kind === "segment" && !!entry.rule && ripens(entry.rule),
  );
  let entered = 0;
  if (counting.length === 0) return { campaigns: 0, entered };
  for (const shard of Candidate.SHARDS) {
    const everybody = await Candidate.shard(shard);
    for (const door of counting) {
      const people = everybody.filter((facts) => holds(door, facts) !== false);
      for (let from = 0; from < people.length; from += PAGE) {
        if (remaining() < STOP_BEFORE_TIMEOUT_MS) throw new Error("Not everybody was looked at yet");
        entered += await letIn(door, people.slice(from, from + PAGE));
      }
    }
  }
  return { campaigns: counting.length, entered };
}

/** As far as the roster can tell, or with her gate. */
function holds({ campaign: { entry } }: Door, facts: Facts.Info, gate?: Gate.Info) {
  if (entry.kind !== "segment" || !entry.rule) return false;
  const now = Clock.now();
  return truth(entry.rule, facts, gate && Gate.happenings(gate, now), now);
}

/** Who was left out may come now; who is or was in is passed over before her gate is read. */
async function letIn(door: Door, people: readonly Facts.Info[]): Promise<number> {
  const { campaignId } = door.campaign;
  const there = await Enrolment.readMany(
    campaignId,
    people.map(({ candidateId }) => candidateId),
  );
  const coming = people.filter(({ candidateId }) => {
    const earlier = there.get(candidateId);
    return !earlier || earlier.end === "left_out";
  });
  const gates = await Gate.readMany(
    coming.map(({ candidateId }) => candidateId),
    { consistent: true },
  );
  let entered = 0;
  await abreast(LANES, coming, async (facts) => {
    const { candidateId, hasAddress } = facts;
    const [gate, earlier] = [gates.get(candidateId), there.get(candidateId)];
    if (!gate || gate.erased || holds(door, facts, gate) !== true) return;
    const dueAt = await enter(door, { candidateId, hasAddress, gate, ...(earlier ? { earlier } : {}) });
    if (!dueAt) return;
    await arrive(candidateId, campaignId, dueAt);
    entered += 1;
  });
  return entered;
}
