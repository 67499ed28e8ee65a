import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import type { Happenings } from "../facts/facts.schema.ts";
import * as Gate from "../gate/index.ts";
import { arrive, OPEN } from "./arrive.ts";
import { asks } from "./asks.ts";
import { truth } from "./branch.ts";
import type { Info, State } from "./campaign.schema.ts";
import { type Comer, type Door, enter } from "./enter.ts";
import { joinsSince } from "./not-yet.ts";
import { all, read } from "./read.ts";
import { rhythm } from "./rhythm.ts";

/**
 * The campaigns that somebody may come to now, by a form or because she matches by now; only those that one of the causes leads to. One
 * reading of the list for many people: it says which campaigns there are, but it may lag, so whether one is open is read from itself.
 */
export async function doors(causes?: readonly Cause[]): Promise<readonly Door[]> {
  const mayBe = ({ state, entry }: Info) => !OVER.includes(state) && isContinuing(entry);
  const isFor = ({ entry }: Info) => !causes || causes.some((cause) => isAsked(entry, cause));
  const listed = (await all()).filter((campaign) => mayBe(campaign) && isFor(campaign));
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

/** What brings somebody to the doors: the form she joined by, a campaign that she has finished, what happened, or a fact that changed. */
export interface Cause {
  readonly formId?: string;
  readonly finished?: boolean;
  readonly happened?: Happened;
}

/** What happened and when. Of a click her gate may not know yet; all else stands there before it is told. */
export interface Happened {
  readonly what: "clicked" | "replied" | "contacted";
  readonly at: string;
}

/**
 * Lets somebody into every campaign that is for her, and wakes those that sleep. Who finished a campaign may come into those that left
 * her out because of it. What happened is looked at only by campaigns whose rule asks for it.
 */
export async function enrol(open: readonly Door[], candidateId: string, cause: Cause = {}): Promise<void> {
  const asked = open.filter(({ campaign: { entry } }) => isAsked(entry, cause));
  if (asked.length === 0) return;
  const [profiles, gate] = await Promise.all([Candidate.profiles([candidateId]), Gate.read(candidateId)]);
  const facts = profiles.get(candidateId)?.facts;
  if (!facts || !gate) return;
  const happenings = withHappened(Gate.happenings(gate, Clock.now()), cause.happened);
  for (const door of asked) {
    const { entry } = door.campaign;
    if (
      entry.kind === "segment" &&
      (!entry.rule || truth(entry.rule, facts, happenings, Clock.now()) !== true)
    )
      continue;
    const again = entry.kind === "form" && entry.formId !== cause.formId;
    await come(door, { candidateId, hasAddress: facts.hasAddress, gate }, again);
  }
}

function isAsked(entry: Info["entry"], { formId, finished = false, happened }: Cause): boolean {
  if (happened) return entry.kind === "segment" && !!entry.rule && asks(entry.rule, happened.what);
  return entry.kind === "segment" || entry.formId === formId || finished;
}

/** The log is the evidence of a click: her gate hears of it by another queue, now or in a moment. */
function withHappened(known: Happenings, happened: Happened | undefined): Happenings {
  if (happened?.what !== "clicked" || (known.clicked ?? "") >= happened.at) return known;
  return { ...known, clicked: happened.at };
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
