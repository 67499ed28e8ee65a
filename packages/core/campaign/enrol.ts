import { Clock } from "../clock.ts";
import { Enrolment } from "../enrolment/index.ts";
import type { Info, State } from "./campaign.schema.ts";
import { all, read } from "./read.ts";
import { nudge } from "./steer.ts";

/** A pause, or a fault of ours, must not cost anybody her place: she enters, and is written to once it goes on. */
const OPEN: readonly State[] = ["running", "paused", "failed"];

/** Enrols a person who joined in every open campaign that people enter by this form, and wakes those that sleep. */
export async function enrol(candidateId: string, source: string): Promise<void> {
  const formId = /^form:(.+)$/.exec(source)?.[1];
  if (!formId) return;
  for (const campaign of await enteredBy(formId)) await enter(candidateId, campaign);
}

/** The list says which campaigns there are, but it may lag: whether one is open is read from itself. A stop is for good. */
async function enteredBy(formId: string): Promise<Info[]> {
  const listed = (await all()).filter(({ state, entry }) => state !== "stopped" && entry.formId === formId);
  const now = await Promise.all(listed.map(({ campaignId }) => read(campaignId)));
  return now.filter(({ state, entry }) => OPEN.includes(state) && entry.formId === formId);
}

async function enter(candidateId: string, { campaignId, steps: [first] }: Info): Promise<void> {
  if (!first) return;
  const enrolment = await Enrolment.enter(candidateId, campaignId, first.stepId);
  if (!enrolment.dueAt) return;
  // The campaign's last execution may have looked before she was there: whoever enters after a stop goes by herself.
  if ((await nudge(campaignId, enrolment.dueAt)) === "stopped") await leave(candidateId, campaignId);
}

/** Refused if the last execution moves her at the same time; the queue comes again and finds her out. */
async function leave(candidateId: string, campaignId: string): Promise<void> {
  const enrolment = await Enrolment.read(candidateId, campaignId);
  if (enrolment.endedAt !== undefined) return;
  const reason = { code: "stopped.campaign", inputs: {}, at: Clock.iso() };
  const left = await Enrolment.move(enrolment, { kind: "end", end: "stopped.campaign", reason });
  if (!left) throw new Error("An enrolment moved meanwhile; ending it again");
}
