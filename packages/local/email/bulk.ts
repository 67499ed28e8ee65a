import { z } from "zod";
import { accept, type Caller, type Desk } from "./accept.ts";
import { knownSet, tagsOf, trackingOf } from "./compose.ts";
import { badRequest, SesError } from "./error.ts";
import { Destination, Overrides, Tags } from "./request.ts";

const Content = z.object({
  Subject: z.string().default(""),
  Text: z.string().optional(),
  Html: z.string().optional(),
});
const Headers = z.array(z.object({ Name: z.string(), Value: z.string() })).default([]);

/** SendBulkEmail, SES API v2, with an inline template. */
const SendBulkEmail = z.object({
  FromEmailAddress: z.string().optional(),
  ReplyToAddresses: z.array(z.string()).default([]),
  DefaultEmailTags: Tags,
  DefaultContent: z.object({
    Template: z.object({
      TemplateContent: Content.optional(),
      TemplateData: z.string().default("{}"),
      Headers,
    }),
  }),
  BulkEmailEntries: z
    .array(
      z.object({
        Destination,
        ReplacementTags: Tags,
        ReplacementHeaders: Headers,
        ReplacementEmailContent: z
          .object({ ReplacementTemplate: z.object({ ReplacementTemplateData: z.string().default("{}") }) })
          .optional(),
      }),
    )
    .min(1)
    .max(50),
  ConfigurationSetName: z.string().optional(),
  ConfigurationOverrides: Overrides,
});
type Bulk = z.infer<typeof SendBulkEmail>;
type Entry = Bulk["BulkEmailEntries"][number];

/** Accepts entry by entry: one call may be half done, each entry says how it went. */
export async function sendBulk(desk: Desk, body: unknown, caller: Caller) {
  const request = SendBulkEmail.parse(body);
  const template = request.DefaultContent.Template.TemplateContent;
  if (template === undefined)
    throw badRequest("Templates are not kept on this machine: send TemplateContent with the call.");
  knownSet(request.ConfigurationSetName, desk.set);
  const results = [];
  for (const entry of request.BulkEmailEntries)
    results.push(await one(desk, request, template, entry, caller));
  return { BulkEmailEntryResults: results };
}

async function one(
  desk: Desk,
  request: Bulk,
  template: z.infer<typeof Content>,
  entry: Entry,
  caller: Caller,
) {
  try {
    const fill = filler(request, entry);
    const { ToAddresses, CcAddresses, BccAddresses } = entry.Destination;
    const headers = [...request.DefaultContent.Template.Headers, ...entry.ReplacementHeaders];
    const draft = {
      from: request.FromEmailAddress ?? "",
      to: ToAddresses,
      cc: CcAddresses,
      bcc: BccAddresses,
      replyTo: request.ReplyToAddresses,
      subject: fill(template.Subject) ?? "",
      text: fill(template.Text),
      html: fill(template.Html),
      headers: headers.map(({ Name, Value }) => ({ name: Name, value: Value })),
      attachments: [],
      tags: { ...tagsOf(request.DefaultEmailTags), ...tagsOf(entry.ReplacementTags) },
      configurationSet: request.ConfigurationSetName,
      tracking: trackingOf(request, desk.set),
    };
    return { Status: "SUCCESS", MessageId: await accept(desk, draft, caller) };
  } catch (error) {
    if (!(error instanceof SesError)) throw error;
    return { Status: statusOf(error), Error: error.message };
  }
}

/** Replaces `{{name}}`; nothing else of SES's template language. */
function filler(request: Bulk, entry: Entry) {
  const own = entry.ReplacementEmailContent?.ReplacementTemplate.ReplacementTemplateData ?? "{}";
  const parse = z.record(z.string(), z.unknown()).parse;
  const data = {
    ...parse(JSON.parse(request.DefaultContent.Template.TemplateData)),
    ...parse(JSON.parse(own)),
  };
  return (text: string | undefined) =>
    text?.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => (name in data ? String(data[name]) : whole));
}

function statusOf({ name, message }: SesError) {
  if (message.startsWith("Daily message quota")) return "ACCOUNT_DAILY_QUOTA_EXCEEDED";
  const known: Record<string, string> = {
    TooManyRequestsException: "ACCOUNT_THROTTLED",
    SendingPausedException: "ACCOUNT_SENDING_PAUSED",
    AccountSuspendedException: "ACCOUNT_SUSPENDED",
    MessageRejected: "MESSAGE_REJECTED",
    BadRequestException: "INVALID_PARAMETER",
    InternalServiceErrorException: "TRANSIENT_FAILURE",
  };
  return known[name] ?? "FAILED";
}
