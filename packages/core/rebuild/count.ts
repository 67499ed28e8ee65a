import { Events as Way } from "../enrolment/events.ts";
import { counterOf } from "../enrolment/stamp.ts";
import { ofEvent } from "../figures/of-event.ts";
import { acceptedAdds } from "../message/stamp.ts";
import { ofCampaign } from "../metric/index.ts";
import { type Counted, textOf } from "./counted.ts";
import { type Item, ofKind } from "./item.ts";
import { touches } from "./touches.ts";

/**
 * Everything that one person's part of the log counts: her events, mails and enrolments, which lie under her together. Pure. What was
 * generated to look around among is left out: its figures are put, and taken away, as a whole.
 */
export function countOf(items: readonly Item[]): Counted[] {
  const real = items.filter(({ sample }) => sample !== true);
  const [events, mails, ways] = [ofKind(real, "event"), ofKind(real, "message"), ofKind(real, "enrolment")];
  return [
    ...events.flatMap(ofOne),
    ...touches(events, mails),
    ...mails.flatMap(acceptance),
    ...ways.flatMap((way) => moments(way, events)),
  ];
}

function ofOne(event: Item): Counted[] {
  const additions = ofEvent(String(event.type), event);
  const batch = textOf(event.batch);
  return additions.length > 0 ? [{ of: "event", item: event, additions, batch, at: String(event.at) }] : [];
}

function acceptance(item: Item): Counted[] {
  const [campaignId, stepId, settledAt] = [item.campaignId, item.stepId, item.settledAt].map(textOf);
  if (item.state !== "accepted" || !campaignId) return [];
  const mail = { campaignId, ...(stepId ? { stepId } : {}), ...(settledAt ? { settledAt } : {}) };
  const additions = acceptedAdds(mail);
  return [{ of: "accepted", item, additions, batch: textOf(item.batch), at: String(item.settledAt) }];
}

/**
 * How an enrolment began and how it first ended, which it is stamped for itself. What took that back, or repeated it, are events of
 * their own, and say what it was before.
 */
function moments(item: Item, events: readonly Item[]): Counted[] {
  const hers = events.filter(({ campaignId }) => campaignId === item.campaignId);
  const of = (type: string) => hers.filter((event) => event.type === type);
  const wasOut = item.end === "left_out" || of(Way.Admitted.type).length > 0;
  const began = wasOut ? "leftOut" : "entered";
  const campaignId = String(item.campaignId);
  const [resumed] = of(Way.Resumed.type).sort((a, b) => order(a.at, b.at) || order(a.eventId, b.eventId));
  const end = resumed ? (resumed.data as Item).end : item.end;
  const first: Counted = {
    of: began,
    item,
    additions: ofCampaign(campaignId, began),
    batch: textOf(item.enteredBatch),
    at: String(item.enteredAt),
  };
  if (typeof end !== "string" || end === "left_out") return [first];
  const additions = ofCampaign(campaignId, counterOf(end));
  const at = String(item.endedAt ?? resumed?.at);
  return [first, { of: "ended", item: { ...item, end }, additions, batch: textOf(item.endedBatch), at }];
}

const order = (a: unknown, b: unknown): number => String(a).localeCompare(String(b));
