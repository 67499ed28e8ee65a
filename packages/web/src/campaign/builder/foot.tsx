import type { Info } from "@perennial/core/campaign/campaign.schema.ts";
import type { LaunchPage } from "@perennial/core/campaign/views.ts";
import { useNavigate } from "@tanstack/react-router";
import { Hint } from "../../keys/hint.tsx";
import { ActButton } from "../../states/allowed.tsx";
import { launchWords } from "../launch/words.ts";
import { Fixes } from "./fixes.tsx";
import { FootParts } from "./foot-parts.tsx";
import type { Builder } from "./use-builder.ts";

interface Props {
  readonly builder: Builder;
  readonly campaign: Info | undefined;
  readonly page: LaunchPage | undefined;
  /** What stands there instead while that is not known. */
  readonly untold: string;
}

/** What a launch would do, always there; each part leads to where it is told in full. */
export function Foot({ builder, campaign, page, untold }: Props) {
  const navigate = useNavigate();
  const { draft, saving } = builder;
  const behind = page && campaign && page.campaign.revision < campaign.revision;
  const stale = draft.dirty || saving.state.saving || behind;
  return (
    <footer className="builder-foot">
      <div className={page && stale ? "foot-parts dimmed" : "foot-parts"}>
        {page ? <FootParts page={page} /> : <p>{untold}</p>}
      </div>
      <Fixes builder={builder} blockers={page?.blockers ?? []} />
      {campaign?.state === "draft" && page && (
        <Hint of="campaign.launch-page">
          <ActButton
            variant="filled"
            needs="campaigns.launch"
            act="launch campaigns"
            onClick={() =>
              void navigate({
                to: "/campaigns/$campaignId/launch",
                params: { campaignId: campaign.campaignId },
              })
            }
          >
            {`${launchWords(page)}…`}
          </ActButton>
        </Hint>
      )}
    </footer>
  );
}
