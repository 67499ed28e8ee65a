import type { End } from "../enrolment/enrolment.schema.ts";
import type * as Enrolment from "../enrolment/index.ts";
import type { Step } from "./campaign.schema.ts";
import { stepsIn } from "./journey.ts";
import type { Standing, StepView } from "./views.ts";

type Row = Enrolment.Row;

/** How many have each value. */
const tally = <K extends string>(of: readonly Row[], key: (row: Row) => K) =>
  Object.fromEntries([...Map.groupBy(of, key)].map(([value, some]) => [value, some.length])) as Record<
    K,
    number
  >;

const endOf = ({ end }: Row): End => end ?? "finished";
const codeOf = ({ code }: Row): string => code;

/** Where everybody is, counted one by one. Pure. */
export function standingOf(inside: readonly Row[], ended: readonly Row[]): Standing {
  const leftOut = ended.filter(({ end }) => end === "left_out");
  const stopped = ended.filter(endedEarly);
  return {
    inside: inside.length,
    finished: ended.length - leftOut.length - stopped.length,
    stopped: tally(stopped, endOf),
    leftOut: leftOut.length,
    entered: inside.length + ended.length - leftOut.length,
    leftOutBy: tally(leftOut, codeOf),
    insideBy: tally(inside, codeOf),
  };
}

/** Every step of the newest version, then those that only earlier ones have. Pure. */
export function stepsOf(
  journeys: { readonly now: readonly Step[]; readonly earlier: readonly (readonly Step[])[] },
  inside: readonly Row[],
  ended: readonly Row[],
): Omit<StepView, "figures">[] {
  const now = idsIn(journeys.now);
  const old = journeys.earlier.flatMap(idsIn).filter((stepId) => !now.includes(stepId));
  const here = Map.groupBy(inside, ({ stepId }) => stepId);
  const gone = Map.groupBy(ended.filter(endedEarly), ({ stepId }) => stepId);
  return [...now, ...new Set(old)].map((stepId) => {
    const waiting = here.get(stepId) ?? [];
    const nextDueAt = waiting[0]?.dueAt;
    return {
      stepId,
      waiting: waiting.length,
      reasons: tally(waiting, codeOf),
      left: tally(gone.get(stepId) ?? [], endOf),
      ...(nextDueAt ? { nextDueAt } : {}),
      ...(now.includes(stepId) ? {} : { old: true as const }),
    };
  });
}

const idsIn = (journey: readonly Step[]) => stepsIn(journey).map(({ stepId }) => stepId);
const endedEarly = ({ end }: Row) => end !== "left_out" && end !== "finished";
