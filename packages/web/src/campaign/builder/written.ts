import type { Entry, Info, Step } from "@perennial/core/campaign/campaign.schema.ts";
import { newStep } from "../journey/new-step.ts";

/** A campaign while it is built. What is not chosen yet is an empty id. */
export interface Written {
  readonly name: string;
  readonly entry: Entry;
  readonly steps: readonly Step[];
}

/** One mail, and nobody who gets it; by a segment when one was brought along. */
export const blank = (segmentId: string | undefined): Written => ({
  name: "",
  entry: segmentId ? { kind: "segment", segmentId, mode: "once" } : { kind: "form", formId: "" },
  steps: [newStep("email", undefined)],
});

export const writtenOf = ({ name, entry, steps }: Info): Written => ({ name, entry, steps });

/** As the API takes it: the rule of a segment is copied there, at the launch. */
export const asSaved = ({ name, entry, steps }: Written) => ({
  name,
  entry: asked(entry),
  steps: [...steps],
});

function asked(entry: Entry): Entry {
  if (entry.kind === "form") return entry;
  const { kind, segmentId, mode } = entry;
  return { kind, segmentId, mode };
}

/** Whether somebody can enter at all, and it has a name. */
export function headGaps({ name, entry }: Written): string[] {
  const who = entry.kind === "form" ? entry.formId : entry.segmentId;
  return [
    ...(name.trim() === "" ? ["Give the campaign a name"] : []),
    ...(who === "" ? ["Choose who enters"] : []),
  ];
}
