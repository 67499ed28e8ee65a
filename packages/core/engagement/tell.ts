import type { Draft } from "../event/index.ts";
import { derivedId } from "../id.ts";
import type { Counter } from "../metric/index.ts";
import { classify, type Sign } from "./classify.ts";
import { Events } from "./events.ts";
import type { Record, Subject } from "./record.ts";

/** A draft that is about a person, with what it counts. */
export interface Told {
  readonly draft: Draft;
  readonly counts: readonly Counter[];
  /** What the same log entry counts besides, once, when a person brings it; a machine may have brought it before. */
  readonly human?: readonly Counter[];
}

type Mail = Omit<Subject, "tracked" | "trace">;
type Of<T extends Record["eventType"]> = Extract<Record, { eventType: T }>;

/** What one SES record says, as log entries. Its key follows from message, type, time and link: told twice is told once. */
export function tell(record: Record, { tracked, trace: _, ...mail }: Subject): Told[] {
  switch (record.eventType) {
    case "Delivery":
      return delivery(record, mail, tracked);
    case "Bounce":
      return bounce(record, mail);
    case "Complaint":
      return complaint(record, mail);
    case "Open":
      return open(record, mail);
    case "Click":
      return click(record, mail);
    default:
      return [];
  }
}

const cause = ({ eventType }: Record, { messageId }: Mail, at: string, ...more: string[]) => ({
  eventId: derivedId("evt", messageId, eventType, at, ...more),
  at,
});

function delivery(record: Of<"Delivery">, mail: Mail, tracked: boolean): Told[] {
  const draft = Events.Delivered(mail, cause(record, mail, record.delivery.timestamp));
  return [{ draft, counts: tracked ? ["delivered", "deliveredTracked"] : ["delivered"] }];
}

function bounce(record: Of<"Bounce">, mail: Mail): Told[] {
  const { bounceSubType: subType, timestamp, feedbackId } = record.bounce;
  const kind = bounceKind(record.bounce);
  const draft = Events.Bounced({ ...mail, kind, subType }, cause(record, mail, timestamp, feedbackId));
  return [{ draft, counts: BOUNCES[kind] }];
}

const BOUNCES: { readonly [kind in "hard" | "soft" | "suppressed"]: readonly Counter[] } = {
  hard: ["bouncedHard"],
  soft: ["bouncedSoft"],
  // It never reached a mailbox: a list said no. Shown on the person, not in the bounce rate.
  suppressed: [],
};

/** SES publishes soft bounces only when it has stopped trying (SES developer guide, bounce types). */
function bounceKind({ bounceType, bounceSubType }: { bounceType: string; bounceSubType: string }) {
  if (bounceSubType === "Suppressed" || bounceSubType === "OnAccountSuppressionList") return "suppressed";
  return bounceType === "Permanent" ? "hard" : "soft";
}

function complaint(record: Of<"Complaint">, mail: Mail): Told[] {
  const { timestamp, feedbackId, complaintFeedbackType } = record.complaint;
  const positive = complaintFeedbackType === "not-spam";
  const draft = Events.Complained({ ...mail, positive }, cause(record, mail, timestamp, feedbackId));
  return [{ draft, counts: positive ? [] : ["complained"] }];
}

function open(record: Of<"Open">, mail: Mail): Told[] {
  const { timestamp, userAgent } = record.open;
  const judged = classify(signOf("open", record.mail.timestamp, record.open));
  const draft = Events.Opened({ ...mail, ...judged }, cause(record, mail, timestamp, userAgent));
  const human = judged.verdict === "human";
  const told: Told = { draft, counts: human ? ["opensRaw", "opensHuman"] : ["opensRaw"] };
  return [told, first("opened", mail, timestamp, human)];
}

function click(record: Of<"Click">, mail: Mail): Told[] {
  const { timestamp, link } = record.click;
  const judged = classify(signOf("click", record.mail.timestamp, record.click));
  const draft = Events.Clicked(
    { ...mail, ...judged, link: bare(link) },
    cause(record, mail, timestamp, link),
  );
  const human = judged.verdict === "human";
  const told: Told = { draft, counts: human ? ["clicksRaw", "clicksHuman"] : ["clicksRaw"] };
  return [told, first("clicked", mail, timestamp, human)];
}

/** The first time, under a key of its own: whichever event brings it, it counts once a mail, and once more by a person's hand. */
function first(of: "opened" | "clicked", mail: Mail, at: string, human: boolean): Told {
  const draft = Events.First({ ...mail, of }, { eventId: derivedId("evt", mail.messageId, "first", of), at });
  return { draft, counts: [`${of}Raw`], ...(human ? { human: [`${of}Human`] } : {}) };
}

function signOf(kind: Sign["kind"], sentAt: string, touch: { timestamp: string; userAgent: string }): Sign {
  return {
    kind,
    userAgent: touch.userAgent,
    after: (Date.parse(touch.timestamp) - Date.parse(sentAt)) / 1000,
  };
}

/** A link without query and fragment, which may name a person. */
const bare = (link: string) => (URL.canParse(link) ? `${new URL(link).origin}${new URL(link).pathname}` : "");
