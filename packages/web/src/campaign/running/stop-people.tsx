import type { Member, Page } from "@perennial/core/campaign/views.ts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { done } from "../../acts/index.tsx";
import { call } from "../../api/call.ts";
import { queries } from "../../api/queries.ts";
import { useSingle } from "../../api/use-single.ts";
import { Hint } from "../../keys/hint.tsx";
import { useCommands } from "../../keys/provider.tsx";
import { ActButton } from "../../states/allowed.tsx";
import { Failure } from "../../states/failure.tsx";
import { people as peopleWords } from "../../words/numbers.ts";
import { Confirm } from "./confirm.tsx";

interface Props {
  readonly page: Page;
  readonly people: readonly Pick<Member, "candidateId" | "name">[];
  readonly onDone: () => void;
}

/** Takes the selected people out of the campaign, asked once more by name and count. */
export function StopPeople({ page: { campaign }, people, onDone }: Props) {
  const [asked, setAsked] = useState(false);
  const cache = useQueryClient();
  const stopping = useMutation({
    mutationFn: () =>
      call("POST /v1/campaigns/{campaignId}/people-stops", {
        campaignId: campaign.campaignId,
        candidateIds: people.map(({ candidateId }) => candidateId),
      }),
    async onSuccess() {
      setAsked(false);
      done(`${peopleWords(people.length)} left “${campaign.name}”.`);
      onDone();
      await cache.invalidateQueries({ queryKey: queries.campaign(campaign.campaignId).queryKey });
    },
  });
  const begin = useSingle(() => stopping.mutateAsync());
  const ask = () => setAsked(true);
  useCommands({ "campaign.stop-people": people.length > 0 ? ask : undefined });
  if (people.length === 0) return null;
  const names = people.slice(0, 3).map(({ name }) => name);
  return (
    <div className="acts">
      <Hint of="campaign.stop-people">
        <ActButton needs="campaigns.launch" act="stop people" onClick={ask}>
          {`Stop for ${peopleWords(people.length)}`}
        </ActButton>
      </Hint>
      {asked && (
        <Confirm
          title={`Stop “${campaign.name}” for ${peopleWords(people.length)}?`}
          text={`${names.join(", ")}${people.length > 3 ? ` and ${people.length - 3} more` : ""} get no more mails of this campaign. Others go on.`}
          button={`Stop for ${peopleWords(people.length)}`}
          harmful
          loading={stopping.isPending}
          onClose={() => setAsked(false)}
          onConfirm={() => begin(undefined)}
        >
          {stopping.isError && <Failure what="Nobody was stopped" error={stopping.error} />}
        </Confirm>
      )}
    </div>
  );
}
