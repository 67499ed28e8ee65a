import { type Item, ofKind } from "../../flows/support/recount.ts";
import type { Invariant } from "../invariant.ts";

const SIX_HOURS_MS = 6 * 3_600_000;

/**
 * After a calm day nothing is under way. Whose way was stopped is looked at no more: her claim is over by itself once `sendBy` is past, and
 * what SES owes an answer for is unknown after six hours, as the ledger's schema says.
 */
export const claims: Invariant = {
  name: "every claim is settled",
  query: "messages in `claimed` or `sending`, with their enrolment",
  check({ items, now }) {
    const stopped = new Set(
      ofKind(items, "enrolment").flatMap(({ end, enrolmentId }) =>
        typeof end === "string" && end.startsWith("stopped.") ? [enrolmentId] : [],
      ),
    );
    const isOver = (message: Item) => stopped.has(message.enrolmentId) && endOf(message) < Date.parse(now);
    return ofKind(items, "message")
      .filter((message) => (message.state === "claimed" || message.state === "sending") && !isOver(message))
      .map(({ state, claimedAt, messageId, candidateId }) => ({
        what: `still ${state}, claimed at ${claimedAt}`,
        messageId: String(messageId),
        candidateId: String(candidateId),
      }));
  },
};

const endOf = ({ state, sendBy, sendingAt }: Item): number =>
  state === "claimed" ? Date.parse(String(sendBy)) : Date.parse(String(sendingAt)) + SIX_HOURS_MS;
