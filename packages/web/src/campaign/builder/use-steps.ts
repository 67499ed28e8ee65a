import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import { useEffect, useRef, useState } from "react";
import { duplicate, insert, move, remove, replace } from "../journey/change.ts";
import { type Kind, newStep, newStepId } from "../journey/new-step.ts";
import { lane, type Spot, spotAfter, spotOf } from "../journey/tree.ts";
import { isNarrow } from "./narrow.ts";
import { previousMail } from "./previous-mail.ts";

/** What carries a step, so that the focus finds it again. */
const rowOf = (stepId: string) => document.querySelector<HTMLElement>(`[data-step="${stepId}"]`);

/** The steps of a journey while they are built: which one is chosen, and every way to change them. */
export function useSteps(steps: readonly Step[], set: (steps: readonly Step[]) => void) {
  const { chosen, choose, focusLater } = useChosen(isNarrow() ? undefined : steps[0]?.stepId);
  const [adding, setAdding] = useState<Spot>();
  const latest = useRef(steps);
  latest.current = steps;
  const add = (kind: Kind, spot: Spot) => {
    const step = newStep(kind, previousMail(steps, spot));
    set(insert(steps, spot, step));
    setAdding(undefined);
    choose(step.stepId);
  };
  return {
    steps,
    chosen,
    adding,
    choose,
    setAdding,
    add,
    change: (step: Step) => set(replace(steps, step)),
    addAfter: (stepId: string | undefined) => setAdding(spotAfter(steps, stepId)),
    stopAdding() {
      setAdding(undefined);
      focusLater(chosen);
    },
    move(stepId: string, by: 1 | -1) {
      focusLater(stepId);
      set(move(steps, stepId, by));
    },
    duplicate(stepId: string) {
      const made = duplicate(steps, stepId, ({ kind }) => newStepId(kind));
      if (!made) return;
      set(made.steps);
      choose(made.copyId);
    },
    /** Answers what puts it back. */
    remove(step: Step): () => void {
      const spot = spotOf(steps, step.stepId);
      if (!spot) return () => {};
      const others = lane(steps, spot.lane).filter(({ stepId }) => stepId !== step.stepId);
      set(remove(steps, step.stepId));
      choose((others[spot.index] ?? others.at(-1))?.stepId ?? spot.lane?.branchId);
      return () => {
        set(insert(latest.current, spot, step));
        choose(step.stepId);
      };
    },
  };
}

export type Steps = ReturnType<typeof useSteps>;

/** The chosen step; its row has the focus. */
function useChosen(first: string | undefined) {
  const [chosen, setChosen] = useState(first);
  const wanted = useRef<string>(undefined);
  useEffect(() => {
    if (wanted.current) rowOf(wanted.current)?.focus();
    wanted.current = undefined;
  });
  const focusLater = (stepId: string | undefined) => {
    wanted.current = stepId;
  };
  const choose = (stepId: string | undefined) => {
    // A row that is there takes the focus at once, one that is only being put in does when it is drawn.
    if (stepId) rowOf(stepId)?.focus();
    focusLater(stepId);
    setChosen(stepId);
  };
  return { chosen, choose, focusLater };
}
