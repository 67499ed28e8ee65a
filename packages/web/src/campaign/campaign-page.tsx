import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { Loaded } from "../states/loaded.tsx";
import { SavedBuilder } from "./builder/saved-builder.tsx";
import { Running } from "./running/running.tsx";

const route = getRouteApi("/app/campaigns/$campaignId");

/** A draft is built here; what was launched is watched here. */
export function CampaignPage() {
  const { campaignId } = route.useParams();
  const campaign = useQuery(queries.campaign(campaignId));
  return (
    <Loaded query={campaign} what="The campaign">
      {(page) =>
        page.campaign.state === "draft" ? (
          <SavedBuilder campaign={page.campaign} key={campaignId} />
        ) : (
          <Running page={page} key={campaignId} />
        )
      }
    </Loaded>
  );
}
