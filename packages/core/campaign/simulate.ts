import type { Reason } from "../enrolment/enrolment.schema.ts";
import type { Move } from "../enrolment/move.ts";
import type { Facts, Happenings } from "../facts/facts.schema.ts";
import * as Gate from "../gate/index.ts";
import { advance, type Rhythm, type Situation } from "./advance.ts";
import type { Deed, EmailStep, Grid, Step } from "./campaign.schema.ts";
import type { Gaps } from "./gaps.ts";
import { find } from "./journey.ts";

/** Somebody who enters, as she is known now. */
export interface Subject {
  readonly facts: Facts;
  readonly gate: Gate.Info;
}

/** What she enters: the same that the real run would have. */
export interface Course {
  readonly journey: readonly Step[];
  readonly grid: Grid;
  readonly policy: Rhythm;
  readonly startsAt: Date;
  readonly gaps: Gaps;
}

/** A decision, where and why. */
export interface Decided extends Reason {
  readonly stepId: string;
}

interface Her extends Subject {
  readonly stepId: string;
  readonly mails: NonNullable<Happenings["steps"]>;
  readonly at: Date;
}

type From = Pick<Her, "stepId" | "mails">;
const entryOf = ({ journey: [first] }: Course): From => ({ stepId: first?.stepId ?? "", mails: {} });

/** More than any journey makes: what is held or deferred without end is shown so often and no more. */
const MOST = 200;

/**
 * Every decision about somebody who does nothing, by the same `advance` as the real run, on a clock that stands at each due time. A
 * mail is taken to leave and be accepted when it is due. It ends where only somebody's mending would move her on.
 * @param from the step she stands before at `startsAt`, and the mails she had
 */
export function simulate(subject: Subject, course: Course, from: From = entryOf(course)): Decided[] {
  const way: Decided[] = [];
  let her: Her | undefined = { ...subject, ...from, at: course.startsAt };
  while (her && way.length < MOST) {
    const { stepId } = her;
    const { reason, next } = decide(her, course);
    // As on her real way: what is decided again at the same step is said once, since when it is so.
    const last = way.at(-1);
    const again = last?.stepId === stepId && last.code === reason.code;
    if (again) way.pop();
    way.push({ ...reason, stepId, ...(again ? { at: last.at } : {}) });
    her = next;
  }
  return way;
}

interface Turn {
  readonly reason: Reason;
  readonly next: Her | undefined;
}

function decide(her: Her, course: Course): Turn {
  const situation = situationOf(her, course);
  const decision = advance(situation, her.at);
  if (decision.act === "rest") return { reason: decision.reason, next: undefined };
  if (decision.act === "move") return { reason: decision.move.reason, next: follow(her, decision.move) };
  if (decision.act === "do") {
    const after = { ...her, facts: afterDeed(her.facts, decision.step.deed) };
    return { reason: decision.move.reason, next: follow(after, decision.move) };
  }
  const accepted = advance({ ...situation, sent: { state: "accepted", until: her.at } }, her.at);
  const after = afterMail(her, decision.step);
  const next = accepted.act === "move" ? follow(after, accepted.move) : undefined;
  return { reason: decision.reason, next };
}

function situationOf({ facts, gate, stepId, mails, at }: Her, course: Course): Situation {
  const { journey, grid, policy, gaps } = course;
  const step = find(journey, stepId);
  const { hasTemplate, missing } =
    step?.kind === "email" ? gaps(step.templateId, facts) : { hasTemplate: true, missing: [] };
  return {
    campaign: { state: "running", grid },
    enrolment: { stepId, visit: 0 },
    happenings: { ...Gate.happenings(gate, at), steps: mails },
    hasAddress: facts.hasAddress,
    ...{ journey, facts, gate, policy, hasTemplate, missing },
  };
}

const MENDED_BY_SOMEBODY = /^held\./;

function follow(her: Her, move: Move): Her | undefined {
  if (move.kind === "end" || MENDED_BY_SOMEBODY.test(move.reason.code)) return undefined;
  const stepId = move.kind === "step" ? move.stepId : her.stepId;
  return { ...her, stepId, at: new Date(Math.max(her.at.getTime(), Date.parse(move.dueAt))) };
}

/** Her gate and mails after a mail was accepted. */
function afterMail(her: Her, { stepId }: EmailStep): Her {
  const at = her.at.toISOString();
  const tracked = Gate.tracked(her.gate, her.at);
  const messageId = `msg_${stepId}`;
  return {
    ...her,
    gate: { ...her.gate, mailedAt: at, claims: [...her.gate.claims, { messageId, at }] },
    mails: { ...her.mails, [stepId]: { at, tracked } },
  };
}

/** Her facts after a deed of the campaign: a later branch sees them. */
export function afterDeed(facts: Facts, deed: Deed): Facts {
  if (deed.do === "stage") return { ...facts, stage: deed.stage };
  if (deed.do === "tag") return { ...facts, tags: [...new Set([...facts.tags, deed.tag])] };
  if (deed.do === "untag") return { ...facts, tags: facts.tags.filter((tag) => tag !== deed.tag) };
  return facts;
}
