import type { State } from "@perennial/core/campaign/campaign.schema.ts";
import type { Tone } from "../because/reasons.ts";

/** The states of a campaign as a chip says them. */
export const STATES: Readonly<Record<State, { readonly words: string; readonly tone: Tone }>> = {
  draft: { words: "Draft", tone: "plain" },
  running: { words: "Running", tone: "good" },
  paused: { words: "Paused", tone: "waiting" },
  stopped: { words: "Stopped", tone: "plain" },
  failed: { words: "Failed", tone: "harm" },
  finished: { words: "Finished", tone: "good" },
};
