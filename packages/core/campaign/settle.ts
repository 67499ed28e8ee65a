import { Clock } from "../clock.ts";
import type { Info as EnrolmentInfo } from "../enrolment/enrolment.schema.ts";
import { Enrolment } from "../enrolment/index.ts";
import type { Message } from "../message/index.ts";
import { advance, type Sent } from "./advance.ts";
import type { Info } from "./campaign.schema.ts";
import { read } from "./read.ts";
import { messageIdOf } from "./situation.ts";
import { nudge } from "./steer.ts";

/** What SES said of a mail it was given, or still owes. */
type Told = Sent & { readonly state: "accepted" | "rejected" | "unknown" | "sending" };

/** Moves her on by what became of her mail, which decides alone. False when somebody else moved her. */
export async function settle(campaign: Info, enrolment: EnrolmentInfo, sent: Told): Promise<boolean> {
  const alone = { hasAddress: true, hasTemplate: true, missing: [] };
  const decision = advance({ campaign, enrolment, sent, ...alone }, Clock.now());
  return decision.act !== "move" || Enrolment.move(enrolment, decision.move);
}

/**
 * Moves one person on after SES's report settled her mail, and wakes a workflow that would look later than her next step is due.
 * Sends nothing; a second call does nothing more. Throws when somebody moved her meanwhile, so that it is looked at again.
 */
export async function settleOne({ candidateId, messageId, state, campaignId }: Message.Info): Promise<void> {
  if (!campaignId || (state !== "accepted" && state !== "rejected")) return;
  const before = await Enrolment.read(candidateId, campaignId);
  if (before.endedAt !== undefined) return;
  if (messageIdOf(before) === messageId) {
    const moved = await settle(await read(campaignId), before, { state, until: Clock.now() });
    if (!moved) throw new Error("She was moved meanwhile; looking again");
  }
  const { dueAt } = await Enrolment.read(candidateId, campaignId);
  if (dueAt) await nudge(campaignId, dueAt);
}
