import { Enrolment } from "../enrolment/index.ts";
import { all } from "./read.ts";
import { nudge } from "./steer.ts";

/** Enrols a person who joined in every running campaign that people enter by this form, and wakes those that sleep. */
export async function enrol(candidateId: string, source: string): Promise<void> {
  const formId = /^form:(.+)$/.exec(source)?.[1];
  const campaigns = (await all()).filter(
    ({ state, entry }) => state === "running" && entry.formId === formId,
  );
  for (const { campaignId, steps } of campaigns) {
    const [first] = steps;
    if (!first) continue;
    const { dueAt } = await Enrolment.enter(candidateId, campaignId, first.stepId);
    if (dueAt) await nudge(campaignId, dueAt);
  }
}
