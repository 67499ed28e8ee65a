import { ENDS } from "@perennial/core/enrolment/ends.ts";
import type { End } from "@perennial/core/enrolment/enrolment.schema.ts";

type State = End | "inside" | "stopped";

/** Whose names the running page shows; everybody if it says nothing. */
export interface Which {
  readonly state?: State;
  readonly stepId?: string;
  readonly reason?: string;
}

const STATES: readonly State[] = ["inside", "stopped", ...ENDS];

/** From the address bar, so that a link shows the same people. */
export function which({ state, stepId, reason }: Record<string, unknown>): Which {
  const known = STATES.find((one) => one === state);
  return {
    ...(known ? { state: known } : {}),
    ...(typeof stepId === "string" ? { stepId } : {}),
    ...(typeof reason === "string" ? { reason } : {}),
  };
}
