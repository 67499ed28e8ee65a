import type { End, Reason } from "../enrolment/enrolment.schema.ts";
import type { Move } from "../enrolment/move.ts";
import type { ActionStep, EmailStep, Step } from "./campaign.schema.ts";

/**
 * What happens next, with the reason: a mail, a deed, a move, or nothing. A deed is done first, once for its enrolment, step and visit;
 * then `move` is made, whose reason is the deed's. A `step` move that is due at once may be followed by the next decision in the same
 * look: it takes no time.
 */
export type Decision =
  | { readonly act: "send"; readonly step: EmailStep; readonly reason: Reason }
  | { readonly act: "do"; readonly step: ActionStep; readonly move: Move }
  | { readonly act: "move"; readonly move: Move }
  | { readonly act: "rest"; readonly reason: Reason };

export type Moving = Extract<Decision, { act: "move" }>;

/** Reasons as they are given at one instant; what is not known stays out of their inputs. */
export const reasons =
  (now: Date) =>
  (code: string, inputs: Record<string, unknown> = {}): Reason => ({
    code,
    inputs: Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined)),
    at: now.toISOString(),
  });

export const wait = (until: Date, reason: Reason): Decision => ({
  act: "move",
  move: { kind: "wait", dueAt: until.toISOString(), reason },
});

export const end = (kind: End, reason: Reason): Moving => ({
  act: "move",
  move: { kind: "end", end: kind, reason },
});

export const to = ({ stepId }: Step, dueAt: Date, reason: Reason): Moving => ({
  act: "move",
  move: { kind: "step", stepId, visit: 0, dueAt: dueAt.toISOString(), reason },
});
