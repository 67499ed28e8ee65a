import type { Page } from "@perennial/core/campaign/views.ts";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { Chip } from "../because/chip.tsx";
import { Loaded } from "../states/loaded.tsx";
import { Acts } from "./acts.tsx";
import { CampaignFigures } from "./campaign-figures.tsx";
import { Flow } from "./flow.tsx";
import { Members } from "./members.tsx";
import { STATES, verdict } from "./words.ts";
import "./campaign.css";

const route = getRouteApi("/app/campaigns/$campaignId");

export function CampaignPage() {
  const { campaignId } = route.useParams();
  const campaign = useQuery(queries.campaign(campaignId));
  return (
    <div className="page wide">
      <p className="small">
        <Link to="/campaigns">Campaigns</Link>
      </p>
      <Loaded query={campaign} what="The campaign">
        {(page) => <Whole page={page} key={campaignId} />}
      </Loaded>
    </div>
  );
}

function Whole({ page }: { readonly page: Page }) {
  const { campaign } = page;
  const draft = campaign.state === "draft";
  return (
    <>
      <title>{`${campaign.name} · Perennial`}</title>
      <header className="page-head">
        <div>
          <h1 className="campaign-name">
            {campaign.name} <Chip tone={STATES[campaign.state].tone}>{STATES[campaign.state].words}</Chip>
          </h1>
          <p className="big">{verdict(page)}</p>
        </div>
        <Acts page={page} />
      </header>
      <Journey page={page} />
      {!draft && (
        <>
          <Flow page={page} />
          <div className="campaign-columns">
            <Members page={page} />
            <CampaignFigures figures={page.figures} />
          </div>
        </>
      )}
    </>
  );
}

/** Who enters and what they get, in one sentence with the way to each. */
function Journey({ page: { campaign, formName, formAddress, templates } }: { readonly page: Page }) {
  const templateId = campaign.steps[0]?.templateId;
  return (
    <p>
      Whoever joins by <a href={formAddress}>{formName}</a> gets{" "}
      {templateId ? (
        <Link to="/templates/$templateId" params={{ templateId }}>
          {templates[templateId] ?? "a template that is gone"}
        </Link>
      ) : (
        "no mail yet"
      )}
      , and has then finished.
      {campaign.state === "draft" && (
        <>
          {" "}
          <Link to="/campaigns/$campaignId/edit" params={{ campaignId: campaign.campaignId }}>
            Edit
          </Link>
        </>
      )}
    </p>
  );
}
