import { ofKind } from "../../flows/support/recount.ts";
import type { Invariant } from "../invariant.ts";

/** After a calm day nothing is under way. */
export const claims: Invariant = {
  name: "every claim is settled",
  query: "messages in `claimed` or `sending`",
  check: ({ items }) =>
    ofKind(items, "message").flatMap(({ state, claimedAt, messageId, candidateId }) =>
      state === "claimed" || state === "sending"
        ? [
            {
              what: `still ${state}, claimed at ${claimedAt}`,
              messageId: String(messageId),
              candidateId: String(candidateId),
            },
          ]
        : [],
    ),
};
