import type { Info } from "@perennial/core/campaign/campaign.schema.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { queries } from "../api/queries.ts";
import { useSingle } from "../api/use-single.ts";

/** Everything that turns a campaign. */
export type Act = "launch" | "pause" | "resume" | "stop" | "take_back" | "start_now";

const ROUTES = {
  launch: "POST /v1/campaigns/{campaignId}/launch",
  pause: "POST /v1/campaigns/{campaignId}/pause",
  resume: "POST /v1/campaigns/{campaignId}/resume",
  stop: "POST /v1/campaigns/{campaignId}/stop",
  take_back: "POST /v1/campaigns/{campaignId}/not-yet",
  start_now: "POST /v1/campaigns/{campaignId}/start-now",
} as const satisfies Record<Act, string>;

/** Changes a campaign's state on the revision that is shown; whatever comes of it, the page is read again. */
export function useAct(
  { campaignId, revision }: Pick<Info, "campaignId" | "revision">,
  onDone: (act: Act) => void,
) {
  const cache = useQueryClient();
  const acting = useMutation({
    mutationFn: (act: Act) => call(ROUTES[act], { campaignId, revision }),
    onSuccess: (_, act) => onDone(act),
    async onSettled() {
      await cache.invalidateQueries({ queryKey: queries.campaign(campaignId).queryKey });
      await cache.invalidateQueries({ queryKey: queries.campaigns.queryKey });
    },
  });
  return { ...acting, begin: useSingle(acting.mutateAsync) };
}
