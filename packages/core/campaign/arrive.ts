import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import type { State } from "./campaign.schema.ts";
import { nudge } from "./steer.ts";

/** A pause, or a fault of ours, must not cost anybody her place: she enters, and is written to once it goes on. */
export const OPEN: readonly State[] = ["running", "paused", "failed"];

/**
 * Wakes a campaign for somebody who is inside since a moment ago. Its last execution may have looked before she was there: whoever comes
 * after a stop or an end goes by herself.
 */
export async function arrive(candidateId: string, campaignId: string, dueAt: string): Promise<void> {
  if (!OPEN.includes(await nudge(campaignId, dueAt))) await leave(candidateId, campaignId);
}

/** Refused if the last execution moves her at the same time; the queue comes again and finds her out. */
async function leave(candidateId: string, campaignId: string): Promise<void> {
  const enrolment = await Enrolment.read(candidateId, campaignId);
  if (enrolment.endedAt !== undefined) return;
  const reason = { code: "stopped.campaign", inputs: {}, at: Clock.iso() };
  const left = await Enrolment.move(enrolment, { kind: "end", end: "stopped.campaign", reason });
  if (!left) throw new Error("An enrolment moved meanwhile; ending it again");
}
