import { account, arn, region } from "../wire/names.ts";
import type { Mail } from "./mailbox.ts";
import { bare } from "./simulator.ts";

/** Event type as `detail.eventType` writes it, with its EventBridge detail-type and its name in a configuration set. */
export const eventTypes = {
  Send: { detailType: "Email Sent", setting: "SEND", object: "send" },
  Delivery: { detailType: "Email Delivered", setting: "DELIVERY", object: "delivery" },
  Bounce: { detailType: "Email Bounced", setting: "BOUNCE", object: "bounce" },
  Complaint: { detailType: "Email Complaint Received", setting: "COMPLAINT", object: "complaint" },
  Reject: { detailType: "Email Rejected", setting: "REJECT", object: "reject" },
  Open: { detailType: "Email Opened", setting: "OPEN", object: "open" },
  Click: { detailType: "Email Clicked", setting: "CLICK", object: "click" },
} as const;
export type EventType = keyof typeof eventTypes;

/** What EventBridge receives (EventBridge reference, "Amazon SES events"). */
export interface Envelope {
  readonly version: "0";
  readonly id: string;
  readonly "detail-type": string;
  readonly source: "aws.ses";
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** An event about one mail: `body` is the part that differs by type, its timestamp is the event's. */
export interface Happening {
  readonly id: string;
  readonly mailId: string;
  readonly type: EventType;
  /** Epoch milliseconds at which SES publishes it. */
  readonly at: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export function envelopeOf(happening: Happening, mail: Mail): Envelope {
  const { detailType, object } = eventTypes[happening.type];
  return {
    version: "0",
    id: happening.id,
    "detail-type": detailType,
    source: "aws.ses",
    account,
    time: `${new Date(happening.at).toISOString().slice(0, 19)}Z`,
    region,
    resources: [arn("ses", `configuration-set/${mail.configurationSet}`)],
    detail: {
      eventType: happening.type,
      mail: mailRecord(mail, happening.type),
      [object]: happening.body,
    },
  };
}

/** SES cuts headers off beyond 10 KB in all (SES guide, "event data that SES publishes"). */
const MAX_HEADERS = 10_240;

function mailRecord(mail: Mail, type: EventType) {
  const headersTruncated =
    mail.headers.reduce((sum, h) => sum + h.name.length + h.value.length, 0) > MAX_HEADERS;
  const header = (name: string) => mail.headers.find((one) => one.name.toLowerCase() === name)?.value;
  const outgoing = type === "Delivery" ? { "ses:outgoing-ip": ["127.0.0.1"] } : {};
  return {
    timestamp: mail.at,
    source: mail.from,
    sourceArn: arn("ses", `identity/${bare(mail.from)}`),
    sendingAccountId: account,
    messageId: mail.id,
    destination: mail.destination,
    headersTruncated,
    headers: headersTruncated ? [] : mail.headers,
    commonHeaders: {
      from: [mail.from],
      to: (header("to") ?? mail.destination.join(", ")).split(", "),
      messageId: mail.id,
      subject: mail.subject,
    },
    tags: { ...mail.tags, ...outgoing },
  };
}
