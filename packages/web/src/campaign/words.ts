import type { State } from "@perennial/core/campaign/campaign.schema.ts";
import type { Page } from "@perennial/core/campaign/views.ts";
import type { Tone } from "../because/reasons.ts";
import { when } from "../words/dates.ts";
import { capital, count, people, peopleInWords } from "../words/numbers.ts";
import { health } from "./health.ts";

export const STATES: Readonly<Record<State, { readonly words: string; readonly tone: Tone }>> = {
  draft: { words: "Draft", tone: "plain" },
  running: { words: "Running", tone: "good" },
  paused: { words: "Paused", tone: "waiting" },
  stopped: { words: "Stopped", tone: "plain" },
  failed: { words: "Failed", tone: "harm" },
};

/** The first line of a campaign's page: how it is, in words. */
export function verdict(
  page: Pick<Page, "campaign" | "blockers" | "people" | "figures" | "members">,
): string {
  const { campaign, blockers, people: where } = page;
  switch (campaign.state) {
    case "draft":
      return blockers.length === 0
        ? "Ready to launch. Whoever joins from then on gets the mail."
        : `Not launched: ${count(blockers.length, "thing", "things")} to fix first.`;
    case "running":
      return `${health(page)}. ${running(where, campaign.wakeAt)}`;
    case "paused":
      return `Paused. Nobody is mailed until you resume; ${keeps(where.active)}.`;
    case "stopped":
      return `Stopped. ${capital(people(where.finished))} finished; nobody is mailed any more.`;
    case "failed":
      return `Held: ${campaign.failure ?? "something went wrong"}. Nobody was mailed twice.`;
  }
}

function running({ entered, active, finished }: Page["people"], wakeAt: string | undefined): string {
  if (entered === 0) return "Waits for the first person to join.";
  if (active === 0) return `${finished} of ${people(entered)} finished; nobody is waiting.`;
  const next = wakeAt ? `; next mails ${when(wakeAt)}` : "";
  return `${active} of ${people(entered)} on the way${next}.`;
}

const keeps = (active: number) =>
  active === 0
    ? "nobody was on the way"
    : `${peopleInWords(active)} on the way ${active === 1 ? "keeps the" : "keep their"} place`;

export type Act = "launch" | "pause" | "resume" | "stop";

/** Which acts a state allows, in the order they are offered. */
export const ACTS: Readonly<Record<State, readonly Act[]>> = {
  draft: ["launch"],
  running: ["pause", "stop"],
  paused: ["resume", "stop"],
  stopped: [],
  failed: ["resume", "stop"],
};

/** What is asked before an act that others will feel: by name and count. */
export function question(act: Exclude<Act, "launch">, name: string, active: number) {
  const waiting = active === 0 ? "Nobody is on the way." : `${capital(peopleInWords(active))} on the way`;
  const verb = active === 1 ? "keeps the" : "keep their";
  switch (act) {
    case "pause":
      return {
        title: `Pause “${name}”?`,
        text:
          active === 0
            ? waiting
            : `${waiting} ${verb} place and ${active === 1 ? "is" : "are"} not mailed until you resume.`,
        button: "Pause",
      };
    case "resume":
      return {
        title: `Resume “${name}”?`,
        text:
          active === 0
            ? waiting
            : `${waiting} ${active === 1 ? "goes" : "go"} on; mail that is due leaves at once.`,
        button: "Resume",
      };
    case "stop":
      return {
        title: `Stop “${name}” for good?`,
        text:
          active === 0
            ? `${waiting} A stopped campaign cannot be resumed.`
            : `${waiting} will not get their mail. A stopped campaign cannot be resumed.`,
        button: active === 0 ? "Stop for good" : `Stop for ${people(active)}`,
      };
  }
}
