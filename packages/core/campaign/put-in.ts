import * as z from "zod";
import { Actor } from "../actor.ts";
import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import type { Reason } from "../enrolment/enrolment.schema.ts";
import * as Enrolment from "../enrolment/index.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import * as Gate from "../gate/index.ts";
import { Id } from "../id.ts";
import { abreast } from "../lanes.ts";
import { leftOut } from "./admit.ts";
import { arrive, OPEN } from "./arrive.ts";
import type { Info } from "./campaign.schema.ts";
import { type Door, enter } from "./enter.ts";
import { read } from "./read.ts";
import { rhythm } from "./rhythm.ts";

const LANES = 8;

interface Outcome {
  readonly entered: number;
  /** Who is or was in it stays as she is. */
  readonly already: number;
  readonly leftOut: readonly { readonly candidateId: string; readonly reason: Reason }[];
}

/** Puts people into a campaign by hand, by the door that everybody comes by: once ever, and who may not be written to stays out. */
export const putIn = fn(
  z.strictObject({ campaignId: Id("cmp"), candidateIds: z.array(Id("cnd")).min(1).max(200) }),
  async ({ campaignId, candidateIds }): Promise<Outcome> => {
    Actor.assert("campaigns.launch");
    const door = { campaign: open(await read(campaignId)), policy: await rhythm() };
    const out: { candidateId: string; reason: Reason }[] = [];
    const counted = { entered: 0, already: 0 };
    await abreast(LANES, [...new Set(candidateIds)], async (candidateId) => {
      const met = await meet(door, candidateId);
      if (typeof met === "string") counted[met] += 1;
      else out.push({ candidateId, reason: met });
    });
    return { ...counted, leftOut: out };
  },
);

/** @throws AppError before the start, when the launch may still be taken back, and after the end */
function open(campaign: Info): Info {
  const { state, startsAt = "" } = campaign;
  if (OPEN.includes(state) && startsAt <= Clock.iso()) return campaign;
  throw new AppError("conflict", "campaign.closed", "People enter from its start until its end only.");
}

async function meet(door: Door, candidateId: string): Promise<"entered" | "already" | Reason> {
  const { campaign, policy } = door;
  const { campaignId } = campaign;
  const [profiles, gate, enrolments] = await Promise.all([
    Candidate.profiles([candidateId]),
    Gate.read(candidateId),
    Enrolment.readMany(campaignId, [candidateId]),
  ]);
  const earlier = enrolments.get(candidateId);
  if (!gate || gate.erased) return { code: "skipped.erased", inputs: {}, at: Clock.iso() };
  if (earlier && earlier.end !== "left_out") return "already";
  const hasAddress = profiles.get(candidateId)?.facts?.hasAddress ?? false;
  const because = { code: "entered.hand", inputs: { by: Actor.name() }, at: Clock.iso() };
  const comer = { candidateId, hasAddress, gate, ...(earlier ? { earlier } : {}) };
  const dueAt = await enter(door, comer, because);
  if (dueAt) {
    await arrive(candidateId, campaignId, dueAt);
    return "entered";
  }
  const now = await Gate.read(candidateId);
  return leftOut({ gate: now, hasAddress, campaignId, policy }, Clock.now()) ?? "already";
}
