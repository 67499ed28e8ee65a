import type { Rule } from "../rule/rule.schema.ts";
import { DEPTH } from "./bounds.ts";
import type { BranchStep, EmailStep, Step } from "./campaign.schema.ts";

/** A step in its place: what comes after it, and how deep in branches it stands. */
interface Place {
  readonly step: Step;
  readonly next: Step | undefined;
  readonly depth: number;
  /** Mails that may have been sent on the way here. */
  readonly mails: readonly string[];
}

export const STEPS = 60;

/** Every step of a journey in the order they are written, with its place. Paths of a branch join at the step after it. */
function places(
  steps: readonly Step[],
  then: Step | undefined = undefined,
  depth = 0,
  before: readonly string[] = [],
): Place[] {
  let mails = [...before];
  return steps.flatMap((step, index) => {
    const next = steps[index + 1] ?? then;
    const place = { step, next, depth, mails };
    if (step.kind === "email") mails = [...mails, step.stepId];
    if (step.kind !== "branch") return [place];
    const inner = [step.yes, step.no].flatMap((path) => places(path, next, depth + 1, mails));
    mails = [...mails, ...emailsIn([...step.yes, ...step.no]).map(({ stepId }) => stepId)];
    return [place, ...inner];
  });
}

/** Journeys are read once and asked for many people; they are never changed. */
const known = new WeakMap<readonly Step[], ReadonlyMap<string, Place>>();

function placesOf(journey: readonly Step[]): ReadonlyMap<string, Place> {
  const found = known.get(journey) ?? new Map(places(journey).map((place) => [place.step.stepId, place]));
  known.set(journey, found);
  return found;
}

export const find = (journey: readonly Step[], stepId: string | undefined): Step | undefined =>
  stepId === undefined ? undefined : placesOf(journey).get(stepId)?.step;

/** The step that comes after this one, past the paths of a branch; undefined at the end. */
export const after = (journey: readonly Step[], stepId: string | undefined): Step | undefined =>
  stepId === undefined ? undefined : placesOf(journey).get(stepId)?.next;

/** The first step of a path, or what comes after the branch where that path is empty. */
export const into = (journey: readonly Step[], branch: BranchStep, path: "yes" | "no"): Step | undefined =>
  branch[path][0] ?? after(journey, branch.stepId);

/** Every step of a journey, those of both paths of a branch after it. */
export const stepsIn = (journey: readonly Step[]): Step[] =>
  [...placesOf(journey).values()].map(({ step }) => step);

/** Every mail of a journey, in the order they are written, those of both paths of a branch. */
export const emailsIn = (steps: readonly Step[]): EmailStep[] =>
  steps.flatMap((step) => {
    if (step.kind === "email") return [step];
    return step.kind === "branch" ? [...emailsIn(step.yes), ...emailsIn(step.no)] : [];
  });

/** Whether any of its steps counts hours: then people are looked at every quarter of an hour. */
export const countsHours = (journey: readonly Step[]): boolean =>
  stepsIn(journey).some((step) => step.kind === "wait" && step.unit === "hours");

/** What makes these steps no journey, one sentence each; empty when it is one. */
export function faultsIn(steps: readonly Step[]): string[] {
  const all = places(steps);
  const ids = all.map(({ step }) => step.stepId);
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [
    ...[...twice].map((id) => `Two steps are called "${id}"`),
    ...(emailsIn(steps).length === 0 ? ["A campaign needs a mail"] : []),
    ...(all.length > STEPS ? [`A campaign has at most ${STEPS} steps`] : []),
    ...(all.some(({ step, depth }) => step.kind === "branch" && depth >= DEPTH)
      ? [`Branches stand at most ${DEPTH} deep in each other`]
      : []),
    ...all.flatMap(strangers),
  ];
}

/** A branch knows of the mails before it only. */
function strangers({ step, mails }: Place): string[] {
  if (step.kind !== "branch") return [];
  const strange = mailsNamed(step.rule).filter((stepId) => !mails.includes(stepId));
  return strange.map(
    (stepId) => `Branch "${step.stepId}" asks for the mail "${stepId}", which does not come before it`,
  );
}

function mailsNamed(rule: Rule): string[] {
  if (rule.kind === "all" || rule.kind === "any") return rule.rules.flatMap(mailsNamed);
  if (rule.kind === "not") return mailsNamed(rule.rule);
  return rule.kind === "happened" && rule.stepId !== undefined ? [rule.stepId] : [];
}
