import { Enrolment } from "../enrolment/index.ts";
import type { State } from "./campaign.schema.ts";
import { all } from "./read.ts";
import { nudge } from "./steer.ts";

/** A pause, or a fault of ours, must not cost anybody her place: she enters, and is written to once it goes on. */
const OPEN: readonly State[] = ["running", "paused", "failed"];

/** Enrols a person who joined in every open campaign that people enter by this form, and wakes those that sleep. */
export async function enrol(candidateId: string, source: string): Promise<void> {
  const formId = /^form:(.+)$/.exec(source)?.[1];
  const campaigns = (await all()).filter(
    ({ state, entry }) => OPEN.includes(state) && entry.formId === formId,
  );
  for (const { campaignId, steps } of campaigns) {
    const [first] = steps;
    if (!first) continue;
    const { dueAt } = await Enrolment.enter(candidateId, campaignId, first.stepId);
    if (dueAt) await nudge(campaignId, dueAt);
  }
}
