import type { Page } from "@perennial/core/campaign/views.ts";
import { time, when } from "../../words/dates.ts";
import { capital, count, number, people, peopleInWords } from "../../words/numbers.ts";
import { health } from "./health.ts";
import { holdWords } from "./holds.ts";

/** The first line of a campaign's page: how it is, in words. */
export function verdict(page: Page): string {
  const { campaign, verdict: found, people: where } = page;
  switch (found.code) {
    case "not_yet":
      return `Not yet: it starts ${campaign.startsAt ? when(campaign.startsAt) : "in a moment"}. Nobody is written to before.`;
    case "paused":
      return `Paused. Nobody is mailed until you resume; ${keeps(where.inside)}.`;
    case "stopped":
      return `Stopped. ${capital(people(where.finished))} finished; nobody is mailed any more.`;
    case "finished":
      return `Finished. ${number(where.finished)} of ${people(where.entered)} came to the end; nobody is on the way.`;
    case "failed":
      return `Held: ${campaign.failure ?? "something went wrong"}. Nobody was mailed twice. “Resume” goes on where it stood.`;
    case "held":
      return held(found);
    case "waiting":
      return where.entered === 0
        ? "Waits for the first person to enter."
        : `${health(page)}. ${number(where.finished)} of ${people(where.entered)} finished; nobody is on the way.`;
    default:
      return `${health(page)}. ${onTheWay(page)}`;
  }
}

function onTheWay({ people: where, verdict: { next } }: Page): string {
  const now = `${number(where.inside)} of ${people(where.entered)} on their way`;
  return next ? `${now}; next ${people(next.people)}, ${when(next.at)}.` : `${now}.`;
}

function held({ since, hold }: Page["verdict"]): string {
  const from = since ? ` since ${time(since)}` : "";
  const until = hold?.until ? ` Tried again ${when(hold.until)}, by itself.` : " It goes on by itself.";
  return `Held${from}: ${hold ? holdWords(hold.code) : "nothing leaves"}. Nobody is mailed twice.${until}`;
}

const keeps = (inside: number) =>
  inside === 0
    ? "nobody was on the way"
    : `${peopleInWords(inside)} on the way ${inside === 1 ? "keeps the" : "keep their"} place`;

/** What is asked before an act that others will feel: by name and count. */
export function question(act: "pause" | "resume" | "stop", name: string, inside: number) {
  const waiting = inside === 0 ? "Nobody is on the way." : `${capital(peopleInWords(inside))} on the way`;
  const one = inside === 1;
  switch (act) {
    case "pause":
      return {
        title: `Pause “${name}”?`,
        text:
          inside === 0
            ? waiting
            : `${waiting} ${one ? "keeps the" : "keep their"} place. Mails that fall due meanwhile wait, and leave after you resume.`,
        button: "Pause",
      };
    case "resume":
      return {
        title: `Resume “${name}”?`,
        text:
          inside === 0
            ? waiting
            : `${waiting} ${one ? "goes" : "go"} on; mail that is due leaves at once, in the sending hours.`,
        button: "Resume",
      };
    case "stop":
      return {
        title: `Stop “${name}” for good?`,
        text:
          inside === 0
            ? `${waiting} A stopped campaign cannot be resumed.`
            : `${waiting} will not get their mails. A stopped campaign cannot be resumed.`,
        button: inside === 0 ? "Stop for good" : `Stop for ${count(inside, "person", "people")}`,
      };
  }
}
