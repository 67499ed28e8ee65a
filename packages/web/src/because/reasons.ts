import type { Inputs } from "./wording.ts";
import { WORDINGS } from "./wordings.ts";

export type { Inputs, Tone } from "./wording.ts";

/** A reason code in words; a code nobody has worded yet is shown as it is rather than hidden. */
export function reasonWords(code: string, inputs: Inputs) {
  const wording = WORDINGS[code];
  if (!wording) return { chip: code.replace(/[._]/g, " "), tone: "plain" as const, sentence: "", rule: "" };
  const { chip, tone, sentence, rule } = wording;
  return { chip, tone, rule, sentence: typeof sentence === "string" ? sentence : sentence(inputs) };
}
