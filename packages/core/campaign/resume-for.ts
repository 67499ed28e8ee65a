import { Clock } from "../clock.ts";
import type { Info as EnrolmentInfo } from "../enrolment/enrolment.schema.ts";
import * as Enrolment from "../enrolment/index.ts";
import * as Gate from "../gate/index.ts";
import { arrive, OPEN } from "./arrive.ts";
import { read } from "./read.ts";

/**
 * What ended her campaigns was taken back: she goes on where she stood, in those that are still open and have her place free. Twice is
 * once. @param actId the log entry that ended them
 */
export async function resumeFor(candidateId: string, actId: string): Promise<void> {
  const ended = (await Enrolment.ofPerson(candidateId)).filter(
    ({ endedAt, reason }) => endedAt !== undefined && reason.inputs.actId === actId,
  );
  for (const enrolment of ended) await resumeOne(enrolment);
}

async function resumeOne(enrolment: EnrolmentInfo): Promise<void> {
  const { candidateId, campaignId } = enrolment;
  const { state } = await read(campaignId);
  if (!OPEN.includes(state)) return staysOut(enrolment, { state });
  const gate = await Gate.read(candidateId);
  if (!gate) return;
  if (gate.campaignId !== undefined) return staysOut(enrolment, { campaignId: gate.campaignId });
  if (!(await Enrolment.resume(enrolment, gate)))
    throw new Error("She changed meanwhile; taking it up again");
  const { dueAt } = await Enrolment.read(candidateId, campaignId);
  if (dueAt) await arrive(candidateId, campaignId, dueAt);
}

const STAYS_OUT = "not_resumed";

/** Her way says why the undo did not bring her back. */
async function staysOut(enrolment: EnrolmentInfo, inputs: Record<string, unknown>): Promise<void> {
  if (enrolment.way.at(-1)?.code === STAYS_OUT) return;
  if (!(await Enrolment.note(enrolment, { code: STAYS_OUT, inputs, at: Clock.iso() })))
    throw new Error("She changed meanwhile; noting it again");
}
