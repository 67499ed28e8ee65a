import type { Why } from "@perennial/core/campaign/views.ts";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Because, BecauseOf } from "../../because/because.tsx";
import { Page, Section } from "../../frame/page.tsx";
import { Loaded } from "../../states/loaded.tsx";
import { dayAndTime } from "../../words/dates.ts";
import { campaignQueries } from "../queries.ts";
import { Decisions } from "./decisions.tsx";
import { Mail } from "./mail.tsx";
import { whyVerdict } from "./words.ts";
import "./why.css";

const route = getRouteApi("/app/campaigns/$campaignId/people/$candidateId");

/** Why she did or did not get the mails of a campaign: every decision in order, and what each was made on. */
export function WhyPage() {
  const { campaignId, candidateId } = route.useParams();
  const why = useQuery(campaignQueries.why(campaignId, candidateId));
  return (
    <Loaded query={why} what="The way through the campaign">
      {(data) => <Whole why={data} />}
    </Loaded>
  );
}

function Whole({ why }: { readonly why: Why }) {
  const { campaignId, candidateId, name, campaignName, now, mails, enteredAt, version } = why;
  return (
    <Page
      title={`Why: ${name} in “${campaignName}”`}
      sentence={
        <>
          <Link to="/campaigns/$campaignId" params={{ campaignId }}>
            {campaignName}
          </Link>{" "}
          ·{" "}
          <Link to="/talent/$candidateId" params={{ candidateId }}>
            {name}
          </Link>
        </>
      }
    >
      <p className="big">{whyVerdict(why)}</p>
      <Section title="May we write now">
        {now.ok ? (
          <Because
            chip="yes"
            tone="good"
            sentence="Job news is allowed, and nothing holds it back."
            rule=""
            inputs={now.inputs}
          />
        ) : (
          <BecauseOf reason={{ ...now, at: "" }} />
        )}
      </Section>
      <Section title="Every decision, in order">
        <p className="small quiet">
          Entered {dayAndTime(enteredAt)}, by version {version} of the campaign.
        </p>
        <Decisions why={why} />
      </Section>
      <Section title="Every mail">
        {mails.length === 0 && <p className="quiet">No mail of this campaign was begun.</p>}
        {mails.map((mail) => (
          <Mail key={mail.messageId} mail={mail} why={why} />
        ))}
      </Section>
    </Page>
  );
}
