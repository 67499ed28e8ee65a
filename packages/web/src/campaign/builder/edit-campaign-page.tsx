import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { queries } from "../../api/queries.ts";
import { Loaded } from "../../states/loaded.tsx";
import { SavedBuilder } from "./saved-builder.tsx";

const route = getRouteApi("/app/campaigns/$campaignId/edit");

/** The builder of a draft, or of the next version of a campaign that people are in. */
export function EditCampaignPage() {
  const { campaignId } = route.useParams();
  const campaign = useQuery({ ...queries.campaign(campaignId), refetchInterval: false });
  return (
    <Loaded query={campaign} what="The campaign">
      {({ campaign: info }) =>
        ["draft", "running", "paused", "failed"].includes(info.state) ? (
          <SavedBuilder campaign={info} key={campaignId} />
        ) : (
          <p>
            This campaign is over and stays as it was.{" "}
            <Link to="/campaigns/$campaignId" params={{ campaignId }}>
              See what came of it
            </Link>
          </p>
        )
      }
    </Loaded>
  );
}
