import * as z from "zod";
import { Actor } from "../actor.ts";
import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import * as Gate from "../gate/index.ts";
import { Id } from "../id.ts";
import * as Rule from "../rule/index.ts";
import * as Template from "../template/index.ts";
import type { Rhythm } from "./advance.ts";
import type { Step } from "./campaign.schema.ts";
import { emailsIn, find } from "./journey.ts";
import { read } from "./read.ts";
import { rhythm } from "./rhythm.ts";
import { versions } from "./version.ts";
import type { Why, WhyDecision } from "./why.view.ts";
import { mailsOf } from "./why-mails.ts";

const Asked = z.strictObject({ campaignId: Id("cmp"), candidateId: Id("cnd") });

/** Why she did or did not get the mails of a campaign: every decision in order, and what became of every mail. */
export const why = fn(Asked, async ({ campaignId, candidateId }): Promise<Why> => {
  Actor.assert("people.read");
  const [campaign, enrolment] = await Promise.all([read(campaignId), enrolmentOf(candidateId, campaignId)]);
  const [written, known, policy] = await Promise.all([
    versions(campaignId),
    Candidate.find(candidateId),
    rhythm(),
  ]);
  const steps = written.find(({ version }) => version === enrolment.version)?.steps ?? campaign.steps;
  const templates = await Template.names(emailsIn(steps).map(({ templateId }) => templateId));
  const { version, enteredAt, stepId, dueAt, end, endedAt } = enrolment;
  return {
    ...{ candidateId, campaignId, version, steps, enteredAt },
    name: known?.candidate.name ?? "Erased",
    campaignName: campaign.name,
    templates: Object.fromEntries(templates),
    ...(stepId ? { stepId } : {}),
    ...(dueAt ? { dueAt } : {}),
    ...(end ? { end } : {}),
    ...(endedAt ? { endedAt } : {}),
    decisions: enrolment.way.map((decided) => withRule(decided, steps)),
    mails: await mailsOf(candidateId, campaignId, templates),
    now: mayGetNow(known, policy),
  };
});

async function enrolmentOf(candidateId: string, campaignId: string): Promise<Enrolment.Info> {
  const found = (await Enrolment.readMany(campaignId, [candidateId])).get(candidateId);
  if (!found) throw new AppError("missing", "enrolment.missing", "She is not and was not in this campaign");
  return Enrolment.Info.parse(found);
}

/** A branch says by which rule it went. */
function withRule(decided: Enrolment.Decided, steps: readonly Step[]): WhyDecision {
  const step = find(steps, decided.stepId);
  const { at, code, inputs, stepId } = decided;
  return {
    ...{ at, code, inputs },
    ...(stepId ? { stepId } : {}),
    ...(step?.kind === "branch" ? { rule: Rule.words(step.rule) } : {}),
  };
}

/** What `advance` would say of her permission if a mail were due now. */
function mayGetNow(known: Candidate.Found | undefined, policy: Rhythm): Why["now"] {
  if (!known) return { ok: false, code: "stopped.erased", inputs: {} };
  const verdict = Gate.judge(known.gate, "nurture", Clock.now(), policy);
  if (!verdict.ok) {
    const prefix = verdict.code === "missing_source" ? "held" : "skipped";
    return { ok: false, code: `${prefix}.${verdict.code}`, inputs: verdict.inputs };
  }
  if (!known.address) return { ok: false, code: "skipped.no_address", inputs: {} };
  return { ok: true, code: "sent", inputs: verdict.consentId ? { consentId: verdict.consentId } : {} };
}
