import { Link, useNavigate } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { Page } from "../frame/page.tsx";
import { CampaignForm } from "./campaign-form.tsx";
import { blankCampaign } from "./typed.ts";

export function NewCampaignPage() {
  const navigate = useNavigate();
  return (
    <Page title="New campaign" sentence={<Link to="/campaigns">All campaigns</Link>}>
      <CampaignForm
        draftKey="campaign.new"
        saved={{ value: blankCampaign, revision: 0 }}
        words="Create draft"
        save={(body) => call("POST /v1/campaigns", body)}
        onSaved={({ campaignId }) => void navigate({ to: "/campaigns/$campaignId", params: { campaignId } })}
      />
    </Page>
  );
}
