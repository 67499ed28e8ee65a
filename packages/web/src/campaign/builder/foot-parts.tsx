import type { LaunchPage } from "@perennial/core/campaign/views.ts";
import { Link } from "@tanstack/react-router";
import { day, when } from "../../words/dates.ts";
import { count, number } from "../../words/numbers.ts";
import { leftOutOf } from "../launch/words.ts";

/** "1,204 enter · 218 left out · first mail Tue 09:30 · last 14 May · 3,190 mails", each part a link. */
export function FootParts({ page }: { readonly page: LaunchPage }) {
  const { campaign, audience, plan, entry } = page;
  const params = { campaignId: campaign.campaignId };
  const out = leftOutOf(page);
  const about = page.exact ? "" : "about ";
  return (
    <ul>
      <li>
        <Link to="/campaigns/$campaignId/launch" params={params} hash="audience">
          {entry.kind === "form" ? "whoever joins enters" : `${about}${number(audience.enters)} enter`}
        </Link>
      </li>
      {out > 0 && (
        <li>
          <Link to="/campaigns/$campaignId/launch" params={params} hash="left-out">
            {`${number(out)} left out`}
          </Link>
        </li>
      )}
      {plan.firstMailAt && (
        <li>
          <Link to="/campaigns/$campaignId/dry-run" params={params}>
            {`first mail ${when(plan.firstMailAt)}`}
          </Link>
        </li>
      )}
      {plan.lastMailAt && plan.lastMailAt !== plan.firstMailAt && (
        <li>
          <Link to="/campaigns/$campaignId/launch" params={params} hash="calendar">
            {`last ${day(plan.lastMailAt)}`}
          </Link>
        </li>
      )}
      <li>
        <Link to="/campaigns/$campaignId/launch" params={params} hash="calendar">
          {entry.kind === "form"
            ? `${count(plan.mails, "mail", "mails")} each`
            : `${about}${count(plan.mails, "mail", "mails")}`}
        </Link>
      </li>
    </ul>
  );
}
