import type { Stage as Name } from "@perennial/core/facts/facts.schema.ts";
import { STAGES } from "./words.ts";

/** Every stage, in the order a relationship takes. */
export const Stage = Object.keys(STAGES) as Name[];
