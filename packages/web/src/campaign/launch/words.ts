import type { LaunchPage } from "@perennial/core/campaign/views.ts";
import { dayAndTime, when } from "../../words/dates.ts";
import { count, number, people } from "../../words/numbers.ts";

type Audience = Pick<LaunchPage, "audience">;

/** How many the entry holds who would not begin. */
export const leftOutOf = ({ audience }: Audience) =>
  audience.leftOut.reduce((sum, one) => sum + one.count, 0);

/** What becomes of those who come to match after the start. */
export function laterWords({ mode, ripens }: LaunchPage["entry"]): string {
  if (mode !== "continuing") return "They enter once, at the start. Whoever comes to match later does not.";
  const days = ripens ? " Who comes to match only because days pass is looked for once a day." : "";
  return `Whoever comes to match later enters then.${days} The rule is copied at the launch: changing the segment does not change the campaign.`;
}

/** What the button says: "Launch to 986 people". */
export const launchWords = ({ entry, audience }: Pick<LaunchPage, "entry" | "audience">) =>
  entry.kind === "form" ? "Launch" : `Launch to ${people(audience.enters)}`;

/** What a launch now would do, in one sentence. */
export function launchSentence({ entry, audience, plan }: LaunchPage): string {
  const mails = count(plan.mails, "mail", "mails");
  if (entry.kind === "form") return `Whoever joins by “${entry.name}” from then on gets up to ${mails}.`;
  const first = plan.firstMailAt ? `, the first ${when(plan.firstMailAt)}` : "";
  return `${people(audience.enters)} of “${entry.name}” get ${mails}${first}, if nobody reacts.`;
}

/** From the first mail to the last. */
export function spanWords({ plan: { firstMailAt, lastMailAt } }: LaunchPage): string {
  if (!firstMailAt) return "No mail would leave.";
  if (!lastMailAt || lastMailAt === firstMailAt) return `All leave ${dayAndTime(firstMailAt)}.`;
  return `The first leave ${dayAndTime(firstMailAt)}, the last ${dayAndTime(lastMailAt)}.`;
}

/** "at most 1 mail in 3 days and 4 in 30 days". */
export const limitWords = (limits: LaunchPage["limits"]) =>
  `at most ${limits
    .map(
      ({ mails, days }, index) =>
        `${index === 0 ? count(mails, "mail", "mails") : number(mails)} in ${days} days`,
    )
    .join(" and ")}`;
