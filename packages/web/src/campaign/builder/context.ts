import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import type { StepPlan } from "@perennial/core/campaign/views.ts";
import type { Policy } from "@perennial/core/organisation/organisation.schema.ts";
import { createContext, useContext } from "react";
import type { TemplateRow } from "../../api/routes.ts";
import type { Calendar, Day } from "../journey/calendar.ts";
import type { Gap } from "../journey/gaps.ts";
import type { Lane } from "../journey/tree.ts";
import type { Names } from "../journey/words.ts";
import type { Steps } from "./use-steps.ts";

/** What every part of the builder knows. */
export interface Building {
  readonly build: Steps;
  readonly readOnly: boolean;
  readonly calendar: Calendar;
  /** The day the first enter, as the margin counts from it. */
  readonly start: Day;
  /** Days of the week with sending hours. */
  readonly window: Policy["window"];
  readonly templates: readonly TemplateRow[];
  /** Their names by id. */
  readonly names: Names;
  /** The segment people enter by, if it is one. */
  readonly segmentId: string | undefined;
  /** What the saved version does to its audience, by step. */
  readonly plan: ReadonlyMap<string, StepPlan>;
  readonly gaps: readonly Gap[];
  readonly words: (step: Step) => string;
  /** The path that is looked into; absent for the whole. */
  readonly view: Lane | undefined;
  readonly look: (into: Lane | undefined) => void;
  /** Chooses a step and brings it into view. */
  readonly show: (stepId: string) => void;
}

const Context = createContext<Building | undefined>(undefined);

export const BuildingProvider = Context.Provider;

export function useBuilding(): Building {
  const building = useContext(Context);
  if (!building) throw new Error("A part of the builder stands outside of it");
  return building;
}
