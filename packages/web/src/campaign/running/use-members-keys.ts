import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useCommands } from "../../keys/provider.tsx";

/** The person whose row has the focus. */
export const pointedAt = () => document.activeElement?.closest<HTMLElement>("[data-person]")?.dataset.person;

/** `x` selects, `space` looks at her beside the list, `w` tells her whole way. */
export function useMembersKeys(campaignId: string, toggle: (candidateId: string) => void) {
  const navigate = useNavigate();
  const [peeked, setPeeked] = useState<string>();
  const onPerson = (run: (candidateId: string) => void) => () => {
    const candidateId = pointedAt();
    if (candidateId) run(candidateId);
  };
  const close = () => setPeeked(undefined);
  useCommands({
    "list.select": onPerson(toggle),
    "list.peek": onPerson(setPeeked),
    "list.close": peeked === undefined ? undefined : close,
    "campaign.why": onPerson(
      (candidateId) =>
        void navigate({
          to: "/campaigns/$campaignId/people/$candidateId",
          params: { campaignId, candidateId },
        }),
    ),
  });
  /** Who looks at one walks on to the next with it open. */
  const follow = () => {
    if (peeked !== undefined) setPeeked(pointedAt() ?? peeked);
  };
  return { peeked, close, follow };
}
