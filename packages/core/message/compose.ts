import { domainToASCII } from "node:url";
import type { SendEmailCommandInput } from "@aws-sdk/client-sesv2";
import { Config } from "../config.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import type { Info } from "./message.schema.ts";

export interface Content {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

export interface Envelope {
  readonly message: Pick<Info, "messageId" | "candidateId" | "campaignId" | "stepId" | "tracked" | "trace">;
  readonly to: string;
  readonly organisation: Settings;
  readonly content: Content;
  /** One-click unsubscribe address; on every mail that needs a permission. */
  readonly unsubscribeUrl?: string;
  readonly replyTo?: string;
}

/** The SES call for one mail: our message id in the tags, tracking as she allowed, RFC 8058 and RFC 2369 headers. */
export function compose({
  message,
  to,
  organisation,
  content,
  unsubscribeUrl,
  replyTo,
}: Envelope): SendEmailCommandInput {
  const { tracked, ...ids } = message;
  const status = tracked ? "ENABLED" : "DISABLED";
  const tags = { ...tagsOf(ids), tracked: tracked ? "yes" : "no" };
  return {
    FromEmailAddress: `${encodeName(organisation.senderName)} <${organisation.senderEmail}>`,
    Destination: { ToAddresses: [mailable(to)] },
    ...(replyTo ? { ReplyToAddresses: [mailable(replyTo)] } : {}),
    ConfigurationSetName: Config.configurationSet(),
    ConfigurationOverrides: { Tracking: { OpenTrackingEnabled: status, ClickTrackingEnabled: status } },
    EmailTags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
    Content: {
      Simple: {
        Subject: { Data: content.subject, Charset: "UTF-8" },
        Body: {
          Html: { Data: content.html, Charset: "UTF-8" },
          Text: { Data: content.text, Charset: "UTF-8" },
        },
        Headers: headersOf(organisation, unsubscribeUrl),
      },
    },
  };
}

function tagsOf({ messageId, candidateId, campaignId, stepId, trace }: Omit<Envelope["message"], "tracked">) {
  return {
    message: messageId,
    candidate: candidateId,
    trace,
    ...(campaignId ? { campaign: campaignId } : {}),
    ...(stepId ? { step: stepId } : {}),
  };
}

/** List headers; SES adds Message-ID and Date, and its DKIM signature covers these (RFC 8058 section 4). */
function headersOf(organisation: Settings, unsubscribeUrl: string | undefined) {
  const headers = [{ Name: "Auto-Submitted", Value: "auto-generated" }];
  if (!unsubscribeUrl) return headers;
  const domain = organisation.senderEmail.split("@")[1] ?? "localhost";
  return [
    ...headers,
    { Name: "List-Unsubscribe", Value: `<${unsubscribeUrl}>` },
    { Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click" },
    { Name: "List-Id", Value: `<talent-community.${domain}>` },
  ];
}

/** SES has no SMTPUTF8: the domain goes as A-labels; the local part stays as typed. */
export function mailable(raw: string): string {
  const at = raw.lastIndexOf("@");
  return `${raw.slice(0, at)}@${domainToASCII(raw.slice(at + 1))}`;
}

/** 42 bytes are 56 characters of base64, and with the frame of an encoded word fewer than 75. */
const ENCODED_BYTES = 42;

/** A display name for a header: quoted when plain, RFC 2047 encoded words of at most 75 characters otherwise. */
export function encodeName(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name)) return `"${name.replace(/["\\]/g, "\\$&")}"`;
  const chunks: string[] = [];
  for (const char of name) {
    const last = chunks.at(-1);
    if (last !== undefined && Buffer.byteLength(last + char) <= ENCODED_BYTES)
      chunks[chunks.length - 1] = last + char;
    else chunks.push(char);
  }
  return chunks.map((chunk) => `=?UTF-8?B?${Buffer.from(chunk).toString("base64")}?=`).join(" ");
}
