import type { LaunchPage } from "@perennial/core/campaign/views.ts";
import { useNavigate } from "@tanstack/react-router";
import { done } from "../../acts/index.tsx";
import { ActButton } from "../../states/allowed.tsx";
import { Failure } from "../../states/failure.tsx";
import { Blockers } from "../blockers.tsx";
import { useAct } from "../use-act.ts";
import { launchWords } from "./words.ts";

/** The one button. What stands in its way is said beside it. */
export function LaunchButton({ page }: { readonly page: LaunchPage }) {
  const { campaign, blockers, entry, audience } = page;
  const navigate = useNavigate();
  const params = { campaignId: campaign.campaignId };
  const acting = useAct(campaign, () => {
    done(`“${campaign.name}” starts in ten minutes. Until then it can be taken back.`);
    void navigate({ to: "/campaigns/$campaignId", params });
  });
  if (campaign.state !== "draft")
    return <p className="quiet">This campaign has been launched. This is what it was set out to do.</p>;
  const nobody = entry.kind === "segment" && entry.mode === "once" && audience.enters === 0;
  return (
    <div className="launch-act">
      <div className="acts">
        <ActButton
          variant="filled"
          needs="campaigns.launch"
          act="launch campaigns"
          size="md"
          loading={acting.isPending}
          disabled={blockers.length > 0 || nobody}
          onClick={() => acting.begin("launch")}
        >
          {launchWords(page)}
        </ActButton>
        <span className="small quiet">
          {nobody
            ? "Nobody would enter."
            : "Nothing is sent for ten minutes; until then it can be taken back."}
        </span>
      </div>
      <Blockers blockers={blockers} />
      {acting.isError && <Failure what="The campaign was not launched" error={acting.error} />}
    </div>
  );
}
