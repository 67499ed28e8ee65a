import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { queries } from "../api/queries.ts";
import { Page } from "../frame/page.tsx";
import { Loaded } from "../states/loaded.tsx";
import { CampaignForm } from "./campaign-form.tsx";
import { typedFrom } from "./typed.ts";

const route = getRouteApi("/app/campaigns/$campaignId/edit");

export function EditCampaignPage() {
  const { campaignId } = route.useParams();
  const navigate = useNavigate();
  const campaign = useQuery({ ...queries.campaign(campaignId), refetchInterval: false });
  const params = { campaignId };
  return (
    <Page
      title="Edit campaign"
      sentence={
        <Link to="/campaigns/$campaignId" params={params}>
          Back to the campaign
        </Link>
      }
    >
      <Loaded query={campaign} what="The campaign">
        {({ campaign: info }) =>
          info.state === "draft" ? (
            <CampaignForm
              draftKey={`campaign.${campaignId}`}
              saved={{ value: typedFrom(info), revision: info.revision }}
              words="Save draft"
              save={(body, revision) =>
                call("PUT /v1/campaigns/{campaignId}", { campaignId, ...body, revision })
              }
              onSaved={() => void navigate({ to: "/campaigns/$campaignId", params })}
            />
          ) : (
            <p>This campaign has been launched and cannot be changed any more.</p>
          )
        }
      </Loaded>
    </Page>
  );
}
