import PostalMime, { type Address, type Email as Parsed } from "postal-mime";
import type { Attachment, Draft, Header, Tracking } from "./draft.ts";
import { badRequest, notFound } from "./error.ts";
import type { SendEmail } from "./request.ts";

/** The configuration set of `infra/email.ts`. */
export interface ConfigurationSet {
  readonly configurationSet: string;
  readonly events: readonly string[];
  /** The bus that receives them. */
  readonly destination: string;
}

/** Turns a SendEmail request into a draft. A Raw message is parsed, so that both kinds are rendered the same way. */
export async function compose(request: SendEmail, set: ConfigurationSet): Promise<Draft> {
  refuseMissingFeatures(request);
  const content = await contentOf(request);
  return {
    ...content,
    from: request.FromEmailAddress ?? "",
    to: request.Destination.ToAddresses.length > 0 ? request.Destination.ToAddresses : content.to,
    cc: request.Destination.CcAddresses,
    bcc: request.Destination.BccAddresses,
    replyTo: request.ReplyToAddresses.length > 0 ? request.ReplyToAddresses : content.replyTo,
    tags: tagsOf(request.EmailTags),
    configurationSet: knownSet(request.ConfigurationSetName, set),
    tracking: trackingOf(request, set),
  };
}

function refuseMissingFeatures({ Content, ListManagementOptions, TenantName }: SendEmail) {
  if (Content.Template !== undefined)
    throw badRequest("Templates are not kept on this machine: render the message and send Content.Simple.");
  if (ListManagementOptions !== undefined) throw badRequest("Contact lists are not kept on this machine.");
  if (TenantName !== undefined) throw badRequest("Tenants are not kept on this machine.");
}

/** Per message overrides win over the set's event types (SES API v2, TrackingConfigurationOverrides). */
export function trackingOf(
  request: Pick<SendEmail, "ConfigurationOverrides" | "ConfigurationSetName">,
  set: ConfigurationSet,
): Tracking {
  const asked = request.ConfigurationOverrides?.Tracking ?? {};
  const published = (type: string) => request.ConfigurationSetName !== undefined && set.events.includes(type);
  const on = (override: "ENABLED" | "DISABLED" | undefined, type: string) =>
    override === undefined ? published(type) : override === "ENABLED";
  return { opens: on(asked.OpenTrackingEnabled, "OPEN"), clicks: on(asked.ClickTrackingEnabled, "CLICK") };
}

export function knownSet(name: string | undefined, set: ConfigurationSet) {
  if (name !== undefined && name !== set.configurationSet)
    throw notFound(`Configuration set <${name}> does not exist.`);
  return name;
}

export function tagsOf(tags: readonly { Name: string; Value: string }[]) {
  const names = new Set(tags.map((tag) => tag.Name));
  if (names.size < tags.length) throw badRequest("Tag names must be unique.");
  return Object.fromEntries(tags.map((tag) => [tag.Name, tag.Value]));
}

type Content = Pick<Draft, "to" | "replyTo" | "subject" | "text" | "html" | "headers" | "attachments">;

async function contentOf({ Content: { Simple, Raw } }: SendEmail): Promise<Content> {
  if ((Simple === undefined) === (Raw === undefined))
    throw badRequest("Content needs one of Simple and Raw.");
  if (Raw !== undefined) return fromRaw(await PostalMime.parse(Buffer.from(Raw.Data, "base64")));
  if (Simple === undefined) throw badRequest("Content is required.");
  return {
    to: [],
    replyTo: [],
    subject: Simple.Subject.Data,
    text: Simple.Body.Text?.Data,
    html: Simple.Body.Html?.Data,
    headers: Simple.Headers.map(({ Name, Value }) => ({ name: Name, value: Value })),
    attachments: Simple.Attachments.map((file) => ({
      filename: file.FileName,
      contentType: file.ContentType,
      content: Buffer.from(file.RawContent, "base64"),
    })),
  };
}

/** Headers the renderer writes itself, or that never leave SES. */
const WRITTEN =
  /^(from|to|cc|bcc|subject|reply-to|date|message-id|mime-version|content-.*|x-ses-.*|return-path)$/;

function fromRaw(parsed: Parsed): Content {
  const headers: Header[] = parsed.headers
    .filter(({ key }) => !WRITTEN.test(key))
    .map(({ originalKey, value }) => ({ name: originalKey, value }));
  const attachments: Attachment[] = parsed.attachments.map((file) => ({
    filename: file.filename ?? "attachment",
    contentType: file.mimeType,
    content: typeof file.content === "string" ? Buffer.from(file.content) : new Uint8Array(file.content),
  }));
  const { subject = "", text, html } = parsed;
  return { to: plain(parsed.to), replyTo: plain(parsed.replyTo), subject, text, html, headers, attachments };
}

const plain = (addresses: readonly Address[] = []) =>
  addresses.flatMap((one) => one.group ?? [one]).map((one) => one.address ?? "");
