import type { Page } from "@perennial/core/campaign/views.ts";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Chip } from "../../because/chip.tsx";
import { useCommands } from "../../keys/provider.tsx";
import { MailsPerDay } from "../mails-per-day/mails-per-day.tsx";
import { STATES } from "../states.ts";
import { Acts } from "./acts.tsx";
import { Figures } from "./figures.tsx";
import { Flow } from "./flow/flow.tsx";
import { HistoryDrawer } from "./history.tsx";
import { Members } from "./members.tsx";
import { NotYet } from "./not-yet.tsx";
import { verdict } from "./verdict.ts";
import "../table.css";
import "./running.css";

/** A launched campaign: how it is in one sentence, who is where, what leaves when, and why. */
export function Running({ page }: { readonly page: Page }) {
  const { campaign, policy, today } = page;
  const [historyOpen, setHistoryOpen] = useState(false);
  const showHistory = () => setHistoryOpen(true);
  useCommands({ "campaign.history": showHistory });
  return (
    <div className="page running">
      <title>{`${campaign.name} · Perennial`}</title>
      <p className="small">
        <Link to="/campaigns">Campaigns</Link>
      </p>
      <header className="page-head">
        <div>
          <h1 className="running-name">
            {campaign.name} <Chip tone={STATES[campaign.state].tone}>{STATES[campaign.state].words}</Chip>
          </h1>
          <p className="big">{verdict(page)}</p>
          <EntryLine page={page} />
        </div>
        <Acts page={page} onHistory={showHistory} />
      </header>
      {page.verdict.code === "not_yet" && <NotYet campaign={campaign} />}
      <Flow page={page} />
      <section className="section" aria-label="Mails per day">
        <h2>Mails per day</h2>
        <MailsPerDay
          days={page.days.map(({ day, mails, planned }) => ({ day, sent: mails, planned }))}
          today={today}
          open={policy.window.days}
        />
      </section>
      <div className="running-columns">
        <Members page={page} />
        <Figures page={page} />
      </div>
      <HistoryDrawer page={page} opened={historyOpen} onClose={() => setHistoryOpen(false)} />
    </div>
  );
}

/** Who enters, in one line. */
function EntryLine({ page: { entry, people } }: { readonly page: Page }) {
  const who =
    entry.kind === "form" ? (
      <>
        Whoever joins by <a href={entry.address}>{entry.name || "a form that is gone"}</a> enters.
      </>
    ) : (
      <>
        {entry.mode === "continuing" ? "Whoever is, or comes to be, in" : "Whoever was, at the start, in"} “
        {entry.name || "a segment that is gone"}” enters.
      </>
    );
  return (
    <p className="quiet">
      {who}{" "}
      {people.leftOut > 0 && (
        <Link to="." search={{ state: "left_out" }} hash="people">{`${people.leftOut} left out`}</Link>
      )}
    </p>
  );
}
