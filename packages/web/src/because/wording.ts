/** How a reason is coloured; the chip's words say the same. */
export type Tone = "good" | "waiting" | "plain" | "harm";

export type Inputs = Readonly<Record<string, unknown>>;

/** One reason code in words: what happened, in a chip and in a sentence, and by which rule. */
export interface Wording {
  readonly chip: string;
  readonly tone: Tone;
  readonly sentence: string | ((inputs: Inputs) => string);
  readonly rule: string;
}
