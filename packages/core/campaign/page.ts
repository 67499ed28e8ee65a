import * as z from "zod";
import { Actor } from "../actor.ts";
import { Candidate } from "../candidate/index.ts";
import { Enrolment } from "../enrolment/index.ts";
import { fn } from "../fn.ts";
import { Form } from "../form/index.ts";
import { Id } from "../id.ts";
import { Metric } from "../metric/index.ts";
import { Template } from "../template/index.ts";
import { blockersOf } from "./blockers.ts";
import { read } from "./read.ts";
import type { Member, Page } from "./views.ts";

const MEMBERS = 200;

/** The campaign page: who is where, what the mails did, and what is missing before a launch. */
export const page = fn(z.strictObject({ campaignId: Id("cmp") }), async ({ campaignId }): Promise<Page> => {
  Actor.assert("campaigns.read");
  const campaign = await read(campaignId);
  const [form, templates, blockers, figures, members] = await Promise.all([
    Form.read(campaign.entry.formId),
    Template.names(campaign.steps.map(({ templateId }) => templateId)),
    campaign.state === "draft" ? blockersOf(campaign) : [],
    Metric.total(Metric.Scope.campaign(campaignId)),
    membersOf(campaignId),
  ]);
  const { entered, finished, stopped } = figures;
  return {
    campaign,
    templates: Object.fromEntries(templates),
    blockers,
    figures,
    members,
    formName: form?.name ?? "",
    formAddress: Form.address(campaign.entry.formId),
    people: { entered, finished, stopped, active: Math.max(0, entered - finished - stopped) },
  };
});

async function membersOf(campaignId: string): Promise<Member[]> {
  const enrolments = await Enrolment.members(campaignId, MEMBERS);
  const names = await Candidate.names(enrolments.map(({ candidateId }) => candidateId));
  return enrolments.map(({ candidateId, stepId, dueAt, end, endedAt, reason }) => ({
    candidateId,
    name: names.get(candidateId) ?? "Erased",
    ...(stepId ? { stepId } : {}),
    ...(dueAt ? { dueAt } : {}),
    ...(end ? { end } : {}),
    ...(endedAt ? { endedAt } : {}),
    reason,
  }));
}
