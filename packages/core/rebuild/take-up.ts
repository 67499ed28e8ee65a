import { Events } from "../engagement/events.ts";
import { ended, entered, leftOut } from "../enrolment/stamp.ts";
import { arriving, arrivingTwofold, logged } from "../event/stamp.ts";
import { derivedId } from "../id.ts";
import { accepted } from "../message/stamp.ts";
import { type Entry, fold } from "../metric/index.ts";
import { type Counted, textOf } from "./counted.ts";
import type { Item } from "./item.ts";

/** Counts entries of the log that nobody has counted, by the protocol that everybody counts by: also if somebody does it just now, once. */
export const takeUp = (some: readonly Counted[]): Promise<void> => fold(some.map(entryOf));

function entryOf({ of, item, additions }: Counted): Entry {
  const ids = { candidateId: String(item.candidateId), campaignId: String(item.campaignId) };
  const [messageId, stepId, settledAt] = [item.messageId, item.stepId, item.settledAt].map(textOf);
  switch (of) {
    case "event":
      return logged(ids.candidateId, String(item.eventId), additions);
    case "entered":
      return entered(ids);
    case "leftOut":
      return leftOut(ids);
    case "ended":
      return ended(ids, String(item.end));
    case "accepted":
      return accepted({
        ...{ ...ids, messageId: messageId ?? "" },
        ...(stepId ? { stepId } : {}),
        ...(settledAt ? { settledAt } : {}),
      });
    default:
      return touch(of, item, additions);
  }
}

/** A first touch that nobody noted is written as it would have been: of a person's, one item takes both stamps. */
function touch(of: "first" | "human", item: Item, additions: Entry["additions"]): Entry {
  const [candidateId, messageId, campaignId] = [item.candidateId, item.messageId, item.campaignId].map(
    String,
  ) as [string, string, string];
  const stepId = textOf(item.stepId);
  const what = item.of === "opened" ? "opened" : "clicked";
  const cause = { eventId: derivedId("evt", messageId, "first", what), at: String(item.at) };
  const mail = { candidateId, messageId, campaignId, ...(stepId ? { stepId } : {}), of: what } as const;
  const draft = { ...Events.First(mail, cause), candidateId };
  if (of === "human") return arrivingTwofold(draft, [], additions)[1] as Entry;
  return item.type === Events.First.type
    ? logged(candidateId, cause.eventId, additions)
    : arriving(draft, additions);
}
