import type { Info as Enrolment, Reason } from "../enrolment/enrolment.schema.ts";
import type { Facts, Happenings } from "../facts/facts.schema.ts";
import * as Gate from "../gate/index.ts";
import type { Policy } from "../organisation/organisation.schema.ts";
import { truth } from "./branch.ts";
import type { BranchStep, Info as Campaign, EmailStep, Step, WaitStep } from "./campaign.schema.ts";
import { type Decision, end, type Moving, reasons, to, wait } from "./decision.ts";
import { freeAt, LIMITS } from "./frequency.ts";
import { after, find, into } from "./journey.ts";
import { isOpen, opening, slotAfter, waitEnds } from "./window.ts";

/** What is known about the mail of the step she stands before. */
export interface Sent {
  readonly state: "claimed" | "sending" | "accepted" | "rejected" | "unknown" | "dropped";
  /** When to look again while SES owes an answer. */
  readonly until: Date;
}

/** How the organisation writes, and the zone its hours and days are counted in. */
export type Rhythm = Policy & { readonly zone: string };

/** Everything a decision is made on. */
export interface Situation {
  readonly campaign: Pick<Campaign, "state" | "grid">;
  /** The steps of the version she entered by. */
  readonly journey: readonly Step[];
  readonly enrolment: Pick<Enrolment, "stepId" | "visit" | "endedAt">;
  /** What branches see of her; needed before a branch only. `steps` of the happenings are the enrolment's mails. */
  readonly facts?: Facts;
  readonly happenings?: Happenings;
  /** Absent when nothing is kept of her any more. Its claims are those of other mails. */
  readonly gate?: Gate.Info;
  readonly hasAddress: boolean;
  /** False when the step's template is gone. */
  readonly hasTemplate: boolean;
  /** Merge fields the step's template names and she has not given, and faults in the template itself. */
  readonly missing: readonly string[];
  readonly sent?: Sent;
  readonly policy: Rhythm;
}

type Because = ReturnType<typeof reasons>;

/** Whatever is missing may be mended by somebody: looked at again in a day. */
const MEND_MS = 86_400_000;

/**
 * Decides what happens next to one person in one campaign. Pure and total: the same situation and instant always give the same
 * decision. It runs the campaign and the dry run, and answers why somebody did or did not get a mail.
 */
export function advance(situation: Situation, now: Date): Decision {
  const { campaign, enrolment, journey, sent, gate } = situation;
  const because = reasons(now);
  if (enrolment.endedAt !== undefined) return { act: "rest", reason: because("ended") };
  if (campaign.state === "stopped") return end("stopped.campaign", because("stopped.campaign"));
  const step = find(journey, enrolment.stepId);
  if (!step) return end("finished", because("finished", { stepId: enrolment.stepId, gone: true }));
  const outcome = sent && outcomeOf(sent, now);
  if (outcome) return onward(situation, because(outcome), now);
  if (sent?.state === "sending") return wait(sent.until, because("waiting.ses"));
  if (campaign.state !== "running")
    return { act: "rest", reason: because("held.campaign", { state: campaign.state }) };
  if (!gate || gate.erased) return end("stopped.erased", because("stopped.erased"));
  const { job_news: permission } = gate.permissions;
  if (permission?.state === "withdrawn")
    return end("stopped.unsubscribed", because("stopped.unsubscribed", { at: permission.at }));
  if (step.kind === "email") return mail({ ...situation, gate }, step, now);
  if (step.kind === "wait") return pass(situation, step, now);
  if (step.kind === "branch") return choose(situation, step, now);
  const { move } = onward(situation, because("acted", { deed: step.deed }), now);
  return { act: "do", step, move };
}

/** A mail is due: may she get it, has she got too many, is it the hour, can it be written? */
function mail(situation: Situation & { readonly gate: Gate.Info }, step: EmailStep, now: Date): Decision {
  const { campaign, gate, hasAddress, policy } = situation;
  const because = reasons(now);
  if (!hasAddress) return onward(situation, because("skipped.no_address"), now);
  const verdict = Gate.judge(gate, "nurture", now, policy);
  if (!verdict.ok && verdict.code === "missing_source")
    return wait(placed(step, policy, later(now, MEND_MS)), because("held.missing_source", verdict.inputs));
  if (!verdict.ok) return onward(situation, because(`skipped.${verdict.code}`, verdict.inputs), now);
  const free = freeAgain(gate.claims, campaign.grid);
  if (free > now) {
    const until = placed(step, policy, free);
    const inputs = { limits: LIMITS, last: gate.claims.at(-1)?.at, until: until.toISOString() };
    return wait(until, because("deferred.frequency_cap", inputs));
  }
  if (step.hours !== "any" && !isOpen(policy, now)) {
    const until = opening(policy, now);
    return wait(until, because("deferred.window", { window: policy.window, until: until.toISOString() }));
  }
  const held = gapOf(situation, step, because);
  if (held) return wait(placed(step, policy, later(now, MEND_MS)), held);
  return { act: "send", step, reason: because("sent", { consentId: verdict.consentId }) };
}

/**
 * The slot at which one more mail keeps every limit. Whole slots, so that it does not matter at which moment of its slot the last one
 * left: the dry run does not know it.
 */
const freeAgain = (claims: Gate.Info["claims"], grid: Campaign["grid"]) =>
  slotAfter(freeAt(claims, new Date(0)), grid);

/** Why the mail can't be written; somebody may mend it, so it is looked at every day. */
function gapOf({ hasTemplate, missing }: Situation, { templateId }: EmailStep, because: Because) {
  if (!hasTemplate) return because("held.no_template", { templateId });
  return missing.length > 0 ? because("held.missing_field", { fields: [...missing] }) : undefined;
}

/** She waits before the step after the wait, so that nothing is decided twice when it is over. */
function pass(situation: Situation, { unit, amount, stepId }: WaitStep, now: Date): Decision {
  const { campaign, journey, policy } = situation;
  const next = after(journey, stepId);
  const ends = waitEnds({ unit, amount }, now, campaign.grid, policy.zone);
  const until = next?.kind === "email" ? placed(next, policy, ends) : ends;
  const reason = reasons(now)("waited", { unit, amount, until: until.toISOString() });
  return next ? to(next, until, reason) : end("finished", reason);
}

/** Whom the rule leaves unknown takes the stated path. */
function choose(situation: Situation, step: BranchStep, now: Date): Decision {
  const { facts, happenings, journey } = situation;
  const holds = facts && truth(step.rule, facts, happenings, now);
  const path = holds === undefined ? step.unknown : holds ? "yes" : "no";
  const code = holds === undefined ? "branched.unknown" : `branched.${path}`;
  const next = into(journey, step, path);
  const reason = reasons(now)(code, { path, ...seen(happenings) });
  return next ? to(next, now, reason) : end("finished", reason);
}

/** What had happened when she came to the branch. Her facts stay out of it: they may be erased. */
function seen(happenings: Happenings | undefined) {
  if (!happenings) return {};
  const { steps = {}, ...rest } = happenings;
  return { ...rest, mails: steps };
}

const later = (now: Date, ms: number) => new Date(now.getTime() + ms);

/** When a mail may leave at the earliest, not before `at`. */
const placed = ({ hours }: EmailStep, policy: Rhythm, at: Date) =>
  hours === "any" ? at : opening(policy, at);

/** Outcomes that are final; what was dropped or only claimed may still be sent. */
const OUTCOMES: Partial<Record<Sent["state"], string>> = {
  accepted: "sent",
  rejected: "failed.rejected",
  unknown: "unknown",
};

/** An answer that SES owes for too long will not come: looking again and again would help nobody. */
const outcomeOf = ({ state, until }: Sent, now: Date) =>
  state === "sending" && until <= now ? OUTCOMES.unknown : OUTCOMES[state];

/** To the step after the one she stands before, at once; nothing after it is the end. */
function onward({ journey, enrolment: { stepId } }: Situation, reason: Reason, now: Date): Moving {
  const next = after(journey, stepId);
  return next ? to(next, now, reason) : end("finished", reason);
}
