import { Clock } from "../clock.ts";
import type { Info as EnrolmentInfo } from "../enrolment/enrolment.schema.ts";
import * as Enrolment from "../enrolment/index.ts";
import type * as Message from "../message/index.ts";
import { advance } from "./advance.ts";
import { journeyOf } from "./bench.ts";
import { withMail } from "./mailed.ts";
import { read } from "./read.ts";
import { rhythm } from "./rhythm.ts";
import { messageIdOf } from "./situation.ts";
import { nudge } from "./steer.ts";

/**
 * Moves one person on after SES's report settled her mail, and wakes a workflow that would look later than her next step is due.
 * Sends nothing; a second call does nothing more. Throws when somebody moved her meanwhile, so that it is looked at again.
 */
export async function settleOne(message: Message.Info): Promise<void> {
  const { candidateId, messageId, state, campaignId } = message;
  if (!campaignId || (state !== "accepted" && state !== "rejected")) return;
  const before = await Enrolment.read(candidateId, campaignId);
  if (before.endedAt !== undefined) return;
  if (messageIdOf(before) === messageId && !(await settle(before, message)))
    throw new Error("She was moved meanwhile; looking again");
  const { dueAt } = await Enrolment.read(candidateId, campaignId);
  if (dueAt) await nudge(campaignId, dueAt);
}

/** Moves her on by what became of her mail, which decides alone. False when somebody else moved her. */
async function settle(before: EnrolmentInfo, message: Message.Info): Promise<boolean> {
  const [campaign, policy] = await Promise.all([read(before.campaignId), rhythm()]);
  const journey = await journeyOf(campaign, before.version);
  const alone = { hasAddress: true, hasTemplate: true, missing: [] };
  const sent = { state: message.state, until: Clock.now() };
  const decision = advance({ campaign, journey, policy, enrolment: before, sent, ...alone }, Clock.now());
  if (decision.act !== "move") return true;
  return Enrolment.keep(before, Enrolment.moved(withMail(before, message), decision.move));
}
