import { Button } from "@mantine/core";
import type { State } from "@perennial/core/campaign/campaign.schema.ts";
import type { Page } from "@perennial/core/campaign/views.ts";
import { useNavigate } from "@tanstack/react-router";
import { Hint } from "../../keys/hint.tsx";
import { useCommands } from "../../keys/provider.tsx";
import { ActButton } from "../../states/allowed.tsx";
import { Failure } from "../../states/failure.tsx";
import { Confirm } from "./confirm.tsx";
import { type Asked, DONE, useAsking } from "./use-asking.ts";
import { question } from "./verdict.ts";

const WORDS: Readonly<Record<Asked, string>> = {
  pause: "Pause",
  resume: "Resume",
  stop: "Stop",
};

/** Which acts a state allows, in the order they are offered. */
const ACTS: Readonly<Record<State, readonly Asked[]>> = {
  draft: [],
  running: ["pause", "stop"],
  paused: ["resume", "stop"],
  stopped: [],
  failed: ["resume", "stop"],
  finished: [],
};

interface Props {
  readonly page: Page;
  readonly onHistory: () => void;
}

/** What may be done with a campaign now; what others will feel is asked once more, by name and count. */
export function Acts({ page, onHistory }: Props) {
  const { campaign, people } = page;
  const navigate = useNavigate();
  const { asked, acting, press, close } = useAsking(campaign);
  const acts = page.verdict.code === "not_yet" ? [] : ACTS[campaign.state];
  const turn = acts.find((act) => act === "pause" || act === "resume");
  useCommands({ "campaign.pause": turn && (() => press(turn)) });
  const params = { campaignId: campaign.campaignId };
  return (
    <div className="running-acts">
      <div className="acts">
        {acts.map((act) => (
          <ActButton
            key={act}
            variant={act === "resume" ? "filled" : "default"}
            needs="campaigns.launch"
            act={`${act} campaigns`}
            loading={acting.isPending && acting.variables === act}
            onClick={({ currentTarget }) => press(act, currentTarget)}
          >
            {WORDS[act]}
          </ActButton>
        ))}
        {acts.length > 0 && (
          <Button onClick={() => void navigate({ to: "/campaigns/$campaignId/edit", params })}>
            Edit the steps
          </Button>
        )}
        <Hint of="campaign.history" position="bottom">
          <Button onClick={onHistory}>History</Button>
        </Hint>
      </div>
      {acting.isError && asked === undefined && (
        <Failure what={`The campaign was not ${DONE[acting.variables]}`} error={acting.error} />
      )}
      {asked && (
        <Confirm
          {...question(asked, campaign.name, people.inside)}
          harmful={asked === "stop"}
          loading={acting.isPending}
          onClose={close}
          onConfirm={() => acting.begin(asked)}
        >
          {acting.isError && <Failure what={`The campaign was not ${DONE[asked]}`} error={acting.error} />}
        </Confirm>
      )}
    </div>
  );
}
