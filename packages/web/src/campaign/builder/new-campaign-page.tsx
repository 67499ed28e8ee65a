import { useQueryClient } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { call } from "../../api/call.ts";
import { queries } from "../../api/queries.ts";
import { Builder } from "./builder.tsx";
import { asSaved, blank } from "./written.ts";

/** The builder of a campaign that nobody saved yet; `?segmentId=` brings along who enters. */
export function NewCampaignPage() {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const { segmentId } = useSearch({ from: "/app/campaigns/new" });
  const [value] = useState(() => blank(segmentId));
  return (
    <>
      <title>New campaign · Perennial</title>
      <Builder
        draftKey={segmentId ? `campaign.new.${segmentId}` : "campaign.new"}
        saved={{ value, revision: 0 }}
        campaign={undefined}
        page={undefined}
        untold="Here stands what a launch would do, once this is saved."
        save={(written) => call("POST /v1/campaigns", asSaved(written))}
        onSaved={({ campaignId }) => {
          void cache.invalidateQueries({ queryKey: queries.campaigns.queryKey });
          void navigate({ to: "/campaigns/$campaignId/edit", params: { campaignId }, replace: true });
        }}
      />
    </>
  );
}
