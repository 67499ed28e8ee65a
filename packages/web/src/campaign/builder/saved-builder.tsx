import type { Info } from "@perennial/core/campaign/campaign.schema.ts";
import type { Page } from "@perennial/core/campaign/views.ts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { call } from "../../api/call.ts";
import { queries } from "../../api/queries.ts";
import { campaignQueries } from "../queries.ts";
import { Builder } from "./builder.tsx";
import { asSaved, writtenOf } from "./written.ts";

/** The builder of a campaign that is saved somewhere; what it would do is asked anew with each save. */
export function SavedBuilder({ campaign }: { readonly campaign: Info }) {
  const { campaignId, revision, state } = campaign;
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { data: page, isError } = useQuery(campaignQueries.launchPage(campaignId, revision));
  const onSaved = (saved: Info) => {
    const { queryKey } = queries.campaign(campaignId);
    // An answer that is on its way may be older than what was just saved.
    void cache.cancelQueries({ queryKey, exact: true });
    cache.setQueryData(queryKey, (before: Page | undefined) => before && { ...before, campaign: saved });
    void cache.invalidateQueries({ queryKey: queries.campaigns.queryKey });
    if (state !== "draft") void navigate({ to: "/campaigns/$campaignId", params: { campaignId } });
  };
  return (
    <>
      <title>{`${campaign.name} · Perennial`}</title>
      <Builder
        draftKey={`campaign.${campaignId}`}
        saved={{ value: writtenOf(campaign), revision }}
        campaign={campaign}
        page={page}
        untold={untold(campaign, isError)}
        save={(written, of) =>
          call("PUT /v1/campaigns/{campaignId}", { campaignId, ...asSaved(written), revision: of })
        }
        onSaved={onSaved}
      />
    </>
  );
}

function untold({ state, version }: Info, failed: boolean): string {
  if (state !== "draft")
    return `People who are inside go on by version ${version}. Whoever enters from now on goes by what you save here.`;
  return failed ? "What a launch would do cannot be told right now." : "Counting what a launch would do";
}
