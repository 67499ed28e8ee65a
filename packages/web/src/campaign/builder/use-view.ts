import { useState } from "react";
import { find, type Lane, lane, lanesTo } from "../journey/tree.ts";
import type { Steps } from "./use-steps.ts";

/** Which path is looked into: of a branch within a branch there is only a row until somebody does. */
export function useView(build: Steps) {
  const [asked, setAsked] = useState<Lane>();
  const look = (into: Lane | undefined) => {
    setAsked(into);
    build.choose(lane(build.steps, into)[0]?.stepId);
  };
  const view = asked && find(build.steps, asked.branchId) ? asked : undefined;
  /** Chooses a step, wherever it stands, and brings it into view. */
  const show = (stepId: string) => {
    setAsked(lanesTo(build.steps, stepId).at(-2));
    build.choose(stepId);
  };
  return { view, look, show };
}
