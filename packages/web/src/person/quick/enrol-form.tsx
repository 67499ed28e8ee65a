import { Button, Select } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { done } from "../../acts/index.tsx";
import { call } from "../../api/call.ts";
import { ServerClock } from "../../api/clock.ts";
import { queries } from "../../api/queries.ts";
import { useSingle } from "../../api/use-single.ts";
import { BecauseOf } from "../../because/because.tsx";
import { Failure } from "../../states/failure.tsx";
import { refreshPeople } from "../../talent/refresh.ts";
import type { Who } from "../use-person-acts.ts";

interface Props {
  readonly who: Who;
  readonly onClose: () => void;
}

const OPEN: ReadonlySet<string> = new Set(["running", "paused", "failed"]);

/** Into one of the campaigns that are on, by the same checks as everybody; who is left out is told why. */
export function EnrolForm({ who, onClose }: Props) {
  const { data: campaigns = [] } = useQuery(queries.campaigns);
  const [campaignId, setCampaignId] = useState<string | null>(null);
  const now = new Date(ServerClock.ms()).toISOString();
  const open = campaigns.filter(({ state, startsAt = "" }) => OPEN.has(state) && startsAt <= now);
  const putting = usePutting(who, onClose);
  const out = putting.data?.leftOut[0];
  return (
    <form
      className="person-form"
      onSubmit={(event) => {
        event.preventDefault();
        const campaign = open.find((one) => one.campaignId === campaignId);
        if (campaign) putting.begin(campaign);
      }}
    >
      <Select
        data-autofocus
        label="Campaign"
        description={open.length === 0 ? "No campaign has begun." : "They begin at its first step."}
        data={open.map(({ campaignId: value, name: label }) => ({ value, label }))}
        value={campaignId}
        onChange={(value) => {
          putting.reset();
          setCampaignId(value);
        }}
      />
      <div role="status">
        {out && (
          <>
            <p>{who.name} was left out.</p>
            <BecauseOf reason={out.reason} />
          </>
        )}
        {putting.data && putting.data.already > 0 && (
          <p>{who.name} is in this campaign already, or has been: everybody enters once.</p>
        )}
      </div>
      {putting.error && <Failure what={`${who.name} was not put in`} error={putting.error} />}
      <div className="acts">
        <Button type="submit" variant="filled" disabled={campaignId === null} loading={putting.isPending}>
          Put into the campaign
        </Button>
        <Button onClick={onClose}>Close</Button>
      </div>
    </form>
  );
}

interface Campaign {
  readonly campaignId: string;
  readonly name: string;
}

function usePutting({ candidateId, name }: Who, onClose: () => void) {
  const cache = useQueryClient();
  const putting = useMutation({
    mutationFn: ({ campaignId }: Campaign) =>
      call("POST /v1/campaigns/{campaignId}/people", { campaignId, candidateIds: [candidateId] }),
    async onSuccess({ entered }, { campaignId, name: campaign }) {
      await Promise.all([
        refreshPeople(cache, new Set([candidateId])),
        cache.invalidateQueries({ queryKey: queries.campaign(campaignId).queryKey }),
      ]);
      if (entered === 0) return;
      done(`${name} is in “${campaign}” now.`);
      onClose();
    },
  });
  const begin = useSingle(putting.mutateAsync);
  return { ...putting, begin };
}
