import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import * as Gate from "../gate/index.ts";
import { arrive, OPEN } from "./arrive.ts";
import { truth } from "./branch.ts";
import type { Info, State } from "./campaign.schema.ts";
import { type Comer, type Door, enter } from "./enter.ts";
import { joinsSince } from "./not-yet.ts";
import { all, read } from "./read.ts";
import { rhythm } from "./rhythm.ts";

/**
 * The campaigns that somebody may come to now, by a form or because she matches by now. One reading of the list for many people: it says
 * which campaigns there are, but it may lag, so whether one is open is read from itself.
 */
export async function doors(): Promise<readonly Door[]> {
  const listed = (await all()).filter(({ state, entry }) => !OVER.includes(state) && isContinuing(entry));
  if (listed.length === 0) return [];
  const [policy, campaigns] = await Promise.all([
    rhythm(),
    Promise.all(listed.map(({ campaignId }) => read(campaignId))),
  ]);
  const open = campaigns.filter(({ state, entry }) => OPEN.includes(state) && isContinuing(entry));
  return open.filter(hasBegun).map((campaign) => ({ campaign, policy }));
}

const OVER: readonly State[] = ["stopped", "finished"];
const isContinuing = (entry: Info["entry"]) => entry.kind === "form" || entry.mode === "continuing";

/** Who comes before the start is met by the start itself. */
const hasBegun = ({ startsAt }: Info) => startsAt === undefined || joinsSince(startsAt) <= Clock.ms();

/** What brings somebody to the doors: the form she joined by, a campaign that she has finished, or a fact that changed. */
export interface Cause {
  readonly formId?: string;
  readonly finished?: boolean;
}

/**
 * Lets somebody into every campaign that is for her, and wakes those that sleep. Who finished a campaign may come into those that left
 * her out because of it.
 */
export async function enrol(open: readonly Door[], candidateId: string, cause: Cause = {}): Promise<void> {
  const asked = open.filter(
    ({ campaign: { entry } }) => entry.kind === "segment" || entry.formId === cause.formId || cause.finished,
  );
  if (asked.length === 0) return;
  const [profiles, gate] = await Promise.all([Candidate.profiles([candidateId]), Gate.read(candidateId)]);
  const facts = profiles.get(candidateId)?.facts;
  if (!facts || !gate) return;
  for (const door of asked) {
    const { entry } = door.campaign;
    const happenings = Gate.happenings(gate, Clock.now());
    if (
      entry.kind === "segment" &&
      (!entry.rule || truth(entry.rule, facts, happenings, Clock.now()) !== true)
    )
      continue;
    const again = entry.kind === "form" && entry.formId !== cause.formId;
    await come(door, { candidateId, hasAddress: facts.hasAddress, gate }, again);
  }
}

/** @param again only if she came before and was left out */
async function come(door: Door, comer: Comer, again: boolean): Promise<void> {
  const { campaignId } = door.campaign;
  const { candidateId } = comer;
  const earlier = (await Enrolment.readMany(campaignId, [candidateId])).get(candidateId);
  if (again && earlier?.end !== "left_out") return;
  // Not the gate of before: she may have entered another campaign by now.
  const gate = await Gate.read(candidateId);
  const dueAt = await enter(door, { ...comer, gate, ...(earlier ? { earlier } : {}) });
  if (dueAt) await arrive(candidateId, campaignId, dueAt);
}
