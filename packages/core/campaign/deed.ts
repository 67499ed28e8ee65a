import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import type { Info as Enrolment } from "../enrolment/enrolment.schema.ts";
import { derivedId } from "../id.ts";
import * as Task from "../task/index.ts";
import { dayIn } from "../zone.ts";
import type { Bench } from "./bench.ts";
import type { ActionStep } from "./campaign.schema.ts";

const DAY_MS = 86_400_000;

/** Does what an action step says, once for its enrolment, step and visit. Nothing happens to who is gone. */
export async function act(
  { campaign, policy }: Bench,
  { candidateId, enrolmentId, visit }: Enrolment,
  { stepId, deed }: ActionStep,
): Promise<void> {
  const cause = { eventId: derivedId("evt", enrolmentId, stepId, visit), at: Clock.iso() };
  switch (deed.do) {
    case "tag":
      await Candidate.tag(candidateId, { add: [deed.tag] }, cause);
      return;
    case "untag":
      await Candidate.tag(candidateId, { remove: [deed.tag] }, cause);
      return;
    case "stage":
      await Candidate.moveStage(candidateId, deed.stage, cause);
      return;
    default: {
      const days = deed.do === "task" ? deed.days : 0;
      await Task.create({
        taskId: derivedId("tsk", enrolmentId, stepId, visit),
        candidateId,
        kind: deed.do === "task" ? "task" : "notice",
        words: deed.words,
        dueOn: dayIn(new Date(Clock.ms() + days * DAY_MS), policy.zone),
        campaignId: campaign.campaignId,
        ...(campaign.sender ? { assignee: campaign.sender.recruiterId } : {}),
      });
    }
  }
}
