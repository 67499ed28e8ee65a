import type { End, Info as Enrolment, Reason } from "../enrolment/enrolment.schema.ts";
import type { Move } from "../enrolment/move.ts";
import { Gate } from "../gate/index.ts";
import type { Info as Campaign, Step } from "./campaign.schema.ts";
import { freeAt, LIMITS } from "./frequency.ts";

/** What is known about the mail of the step she stands before. */
export interface Sent {
  readonly state: "claimed" | "sending" | "accepted" | "rejected" | "unknown" | "dropped";
  /** When to look again while SES owes an answer. */
  readonly until: Date;
}

/** Everything a decision is made on. */
export interface Situation {
  readonly campaign: Pick<Campaign, "state" | "steps">;
  readonly enrolment: Pick<Enrolment, "stepId" | "visit" | "endedAt">;
  /** Absent when nothing is kept of her any more. Its claims are those of other mails. */
  readonly gate?: Gate.Info;
  readonly hasAddress: boolean;
  /** False when the step's template is gone. */
  readonly hasTemplate: boolean;
  /** Merge fields the step's template names and she has not given, and faults in the template itself. */
  readonly missing: readonly string[];
  readonly sent?: Sent;
}

/** What happens next, with the reason: a mail, a move, or nothing. */
export type Decision =
  | { readonly act: "send"; readonly step: Step; readonly reason: Reason }
  | { readonly act: "move"; readonly move: Move }
  | { readonly act: "rest"; readonly reason: Reason };

const DAY_MS = 86_400_000;

/**
 * Decides what happens next to one person in one campaign. Pure and total: the same situation and instant always give the same
 * decision. It runs the campaign, and answers why somebody did or did not get a mail.
 */
export function advance(situation: Situation, now: Date): Decision {
  const { campaign, enrolment, sent } = situation;
  const because = reasons(now);
  if (enrolment.endedAt !== undefined) return { act: "rest", reason: because("ended") };
  if (campaign.state === "stopped") return end("stopped.campaign", because("stopped.campaign"));
  const step = campaign.steps.find(({ stepId }) => stepId === enrolment.stepId);
  if (!step) return end("finished", because("finished.no_step", { stepId: enrolment.stepId }));
  const { stepId } = step;
  const outcome = sent && outcomeOf(sent, now);
  if (outcome) return onward(campaign, step, because(outcome, { stepId }), now);
  if (sent?.state === "sending") return wait(sent.until, because("waiting.ses", { stepId }));
  if (campaign.state !== "running")
    return { act: "rest", reason: because("held.campaign", { state: campaign.state }) };
  return mail(situation, step, now);
}

/** A mail is due: may she get it, has she got too many, can it be written? */
function mail(situation: Situation, step: Step, now: Date): Decision {
  const { campaign, gate, hasAddress } = situation;
  const because = reasons(now);
  if (!gate || gate.erased) return end("stopped.erased", because("stopped.erased"));
  const { job_news: permission } = gate.permissions;
  if (permission?.state === "withdrawn")
    return end("stopped.unsubscribed", because("stopped.unsubscribed", { at: permission.at }));
  if (!hasAddress) return onward(campaign, step, because("skipped.no_address"), now);
  const verdict = Gate.judge(gate, "nurture", now);
  if (!verdict.ok) return onward(campaign, step, because(`skipped.${verdict.code}`, verdict.inputs), now);
  const free = freeAt(gate.claims, now);
  if (free > now)
    return wait(free, because("deferred.frequency_cap", { limits: LIMITS, until: free.toISOString() }));
  const held = gapOf(situation, step, because);
  if (held) return wait(new Date(now.getTime() + DAY_MS), held);
  const reason = because("sent", { stepId: step.stepId, consentId: verdict.consentId });
  return { act: "send", step, reason };
}

/** Why the mail can't be written; somebody may mend it, so it is looked at every day. */
function gapOf(
  { hasTemplate, missing }: Situation,
  { templateId }: Step,
  because: ReturnType<typeof reasons>,
) {
  if (!hasTemplate) return because("held.no_template", { templateId });
  return missing.length > 0 ? because("held.missing_field", { fields: [...missing] }) : undefined;
}

const reasons =
  (now: Date) =>
  (code: string, inputs: Record<string, unknown> = {}): Reason => ({ code, inputs, at: now.toISOString() });

const wait = (until: Date, reason: Reason): Decision => ({
  act: "move",
  move: { kind: "wait", dueAt: until.toISOString(), reason },
});

/** Outcomes that are final; what was dropped or only claimed may still be sent. */
const OUTCOMES: Partial<Record<Sent["state"], string>> = {
  accepted: "sent",
  rejected: "failed.rejected",
  unknown: "unknown",
};

/** An answer that SES owes for too long will not come: looking again and again would help nobody. */
const outcomeOf = ({ state, until }: Sent, now: Date) =>
  state === "sending" && until <= now ? OUTCOMES.unknown : OUTCOMES[state];

const end = (kind: End, reason: Reason): Decision => ({
  act: "move",
  move: { kind: "end", end: kind, reason },
});

function onward(campaign: Situation["campaign"], step: Step, reason: Reason, now: Date): Decision {
  const next = campaign.steps[campaign.steps.indexOf(step) + 1];
  if (!next) return end("finished", reason);
  return {
    act: "move",
    move: { kind: "step", stepId: next.stepId, visit: 0, dueAt: now.toISOString(), reason },
  };
}
