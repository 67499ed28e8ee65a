import type { LaunchPage } from "@perennial/core/campaign/views.ts";
import { Link } from "@tanstack/react-router";
import { MailsPerDay } from "../mails-per-day/mails-per-day.tsx";
import { StepsTable } from "./steps-table.tsx";
import { spanWords } from "./words.ts";

/** When the mails leave: by day, and by step. */
export function Calendar({ page }: { readonly page: LaunchPage }) {
  const { campaign, plan, entry } = page;
  return (
    <section className="section ruled" id="calendar" aria-label="When">
      <h2>When</h2>
      <p>{spanWords(page)}</p>
      {entry.kind === "segment" && plan.days.length > 0 && (
        <MailsPerDay
          days={plan.days.map(({ day, mails: planned }) => ({ day, sent: 0, planned }))}
          today={undefined}
          open={page.policy.window.days}
        />
      )}
      <StepsTable page={page} />
      <p className="small">
        <Link to="/campaigns/$campaignId/dry-run" params={{ campaignId: campaign.campaignId }}>
          Every decision for every person: the dry run
        </Link>
      </p>
    </section>
  );
}
