import type { Why, WhyEvent } from "@perennial/core/campaign/views.ts";
import { reasonWords } from "../../because/reasons.ts";
import { date, when } from "../../words/dates.ts";
import { count, lower } from "../../words/numbers.ts";
import { find, mailsIn } from "../journey/tree.ts";
import { stepWords } from "../journey/words.ts";

/** The answer in one sentence: where she stands, and how many mails she got. */
export function whyVerdict({ end, endedAt, stepId, dueAt, mails, decisions, steps, templates }: Why): string {
  const got = mails.filter(({ state }) => state === "accepted").length;
  const sum = `Got ${got === 0 ? "no mail" : count(got, "mail", "mails")} of this campaign.`;
  if (end === "left_out") {
    const last = decisions.at(-1);
    return last ? reasonWords(last.code, last.inputs).sentence : "Did not begin.";
  }
  const on = endedAt ? ` ${date(endedAt)}` : "";
  if (end === "finished") return `Came to the end${on}. ${sum}`;
  if (end) return `Left${on}: ${reasonWords(end, {}).chip}. ${sum}`;
  const step = stepId ? find(steps, stepId) : undefined;
  const before = step ? ` before ${lower(stepWords(step, templates, mailsIn(steps)))}` : "";
  return `Stands${before}${dueAt ? `, next look ${when(dueAt)}` : ""}. ${sum}`;
}

const STATES: Readonly<Record<string, string>> = {
  claimed: "About to be sent.",
  sending: "Handed over; the mail service has not answered yet.",
  accepted: "Sent: the mail service took it.",
  rejected: "Refused by the mail service.",
  unknown: "It is not known whether it left, so it is not sent again.",
  dropped: "Stopped before it left.",
};

export const stateWords = (state: string) => STATES[state] ?? state;

const EVENTS: Readonly<Record<string, string>> = {
  accepted: "The mail service took it",
  delivered: "The recipient's mail server took it",
  bounced: "It came back",
  complained: "Marked as spam by the recipient",
  opened: "Opened",
  clicked: "Clicked",
  rejected: "Refused",
  unknown: "No answer came",
};

/** "Clicked https://…, by her" or "by a machine: within two seconds". */
export function eventWords({ type, verdict, rule, link, kind }: WhyEvent): string {
  const what = [EVENTS[type] ?? type, kind && `(${kind})`, link].filter(Boolean).join(" ");
  if (!verdict) return what;
  const who = verdict === "human" ? "by a person" : `by a ${verdict}`;
  return `${what}, ${who}${rule ? `: ${rule.replace(/[._]/g, " ")}` : ""}`;
}
