import type { Page } from "@perennial/core/campaign/views.ts";
import { ActButton } from "../states/allowed.tsx";
import { Failure } from "../states/failure.tsx";
import { Blockers } from "./blockers.tsx";
import { Confirm } from "./confirm.tsx";
import { DONE, useAsking } from "./use-asking.ts";
import { ACTS, type Act, question } from "./words.ts";

const WORDS: Readonly<Record<Act, string>> = {
  launch: "Launch",
  pause: "Pause",
  resume: "Resume",
  stop: "Stop",
};

/** What may be done with a campaign now; what others will feel is asked once more, by name and count. */
export function Acts({ page }: { readonly page: Page }) {
  const { campaign, blockers, people } = page;
  const { asked, acting, press, close } = useAsking(campaign);
  return (
    <div className="campaign-acts">
      <div className="acts">
        {ACTS[campaign.state].map((act) => (
          <ActButton
            key={act}
            variant={act === "launch" || act === "resume" ? "filled" : "default"}
            needs="campaigns.launch"
            act={`${act} campaigns`}
            loading={acting.isPending && acting.variables === act}
            disabled={act === "launch" && blockers.length > 0}
            onClick={({ currentTarget }) => press(act, currentTarget)}
          >
            {WORDS[act]}
          </ActButton>
        ))}
      </div>
      {campaign.state === "draft" && <Blockers blockers={blockers} />}
      {acting.isError && asked === undefined && (
        <Failure what={`The campaign was not ${DONE[acting.variables]}`} error={acting.error} />
      )}
      {asked && (
        <Confirm
          {...question(asked, campaign.name, people.active)}
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
