import { Events } from "../engagement/events.ts";
import { type Addition, type Counter, ofCampaign } from "../metric/index.ts";
import { type Counted, textOf } from "./counted.ts";
import type { Item } from "./item.ts";

/** What became of a person's mails, from the events that SES's reports left. Pure. Mails of no campaign count nowhere. */
export function touches(events: readonly Item[], mails: readonly Item[]): Counted[] {
  const tracked = new Set(mails.flatMap((mail) => (mail.tracked === true ? [mail.messageId] : [])));
  const ofCampaigns = events.filter(({ campaignId }) => typeof campaignId === "string");
  return [
    ...ofCampaigns.flatMap((event) => each(event, tracked.has(event.messageId))),
    ...firsts(ofCampaigns, Events.Opened.type, "opened"),
    ...firsts(ofCampaigns, Events.Clicked.type, "clicked"),
  ];
}

function each(event: Item, isTracked: boolean): Counted[] {
  const counters = countersOf(event, isTracked);
  if (counters.length === 0) return [];
  const { at, batch } = event;
  return [
    { of: "event", item: event, additions: adds(event, counters), batch: textOf(batch), at: String(at) },
  ];
}

function countersOf({ type, data }: Item, isTracked: boolean): readonly Counter[] {
  const { verdict, kind, positive } = (data ?? {}) as Item;
  const isHuman = verdict === "human";
  switch (type) {
    case Events.Delivered.type:
      return isTracked ? ["delivered", "deliveredTracked"] : ["delivered"];
    case Events.Bounced.type:
      return kind === "hard" ? ["bouncedHard"] : kind === "soft" ? ["bouncedSoft"] : [];
    case Events.Complained.type:
      return positive === true ? [] : ["complained"];
    case Events.Opened.type:
      return isHuman ? ["opensRaw", "opensHuman"] : ["opensRaw"];
    case Events.Clicked.type:
      return isHuman ? ["clicksRaw", "clicksHuman"] : ["clicksRaw"];
    default:
      return [];
  }
}

/** That a mail was opened or clicked at all counts once, and once more if a person did; one item holds both stamps. */
function firsts(events: readonly Item[], type: string, of: "opened" | "clicked"): Counted[] {
  const touched = Map.groupBy(
    events.filter((event) => event.type === type),
    ({ messageId }) => messageId,
  );
  const noted = new Map(
    events
      .filter((event) => event.type === Events.First.type && (event.data as Item).of === of)
      .map((event) => [event.messageId, event]),
  );
  return [...new Set([...touched.keys(), ...noted.keys()])].flatMap((messageId): Counted[] => {
    const by = touched.get(messageId) ?? [];
    const first = noted.get(messageId);
    const item: Item = { ...(first ?? by[0]), of };
    const at = String(item.at);
    const raw: Counted = {
      of: "first",
      item,
      additions: adds(item, [`${of}Raw`]),
      batch: textOf(first?.batch),
      at,
    };
    const isHuman =
      first?.humanBatch !== undefined || by.some(({ data }) => (data as Item).verdict === "human");
    if (!isHuman) return [raw];
    const batch = textOf(first?.humanBatch);
    return [raw, { of: "human", item, additions: adds(item, [`${of}Human`]), batch, at }];
  });
}

const adds = ({ campaignId, stepId }: Item, counters: readonly Counter[]): Addition[] =>
  counters.flatMap((counter) => ofCampaign(String(campaignId), counter, textOf(stepId)));
