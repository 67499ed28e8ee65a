import MailComposer from "nodemailer/lib/mail-composer";
import { addressParser } from "postal-mime";
import type { Draft, Header } from "./draft.ts";
import { type Link, rewriteLinks } from "./links.ts";

/** A message as a mailbox would receive it. */
export interface Rendered {
  readonly raw: string;
  readonly links: readonly Link[];
  /** The headers of the message, as events and the inbox show them. */
  readonly headers: readonly Header[];
}

const OPEN_TRACKER = "{{ses:openTracker}}";

/**
 * Renders the MIME message. SES writes Message-ID and Date itself, whatever the caller gave.
 * @param trackingUrl where `/open/ID.gif` and `/click/ID/N` answer
 */
export async function render(draft: Draft, id: string, at: Date, trackingUrl: string): Promise<Rendered> {
  const click = draft.tracking.clicks ? (n: number) => `${trackingUrl}/click/${id}/${n}` : undefined;
  const { html, links } = rewriteLinks(draft.html ?? "", click);
  const composer = new MailComposer({
    from: mailbox(draft.from),
    to: draft.to.map(mailbox),
    cc: draft.cc.map(mailbox),
    replyTo: draft.replyTo.map(mailbox),
    subject: draft.subject,
    text: draft.text,
    html:
      draft.html === undefined
        ? undefined
        : withPixel(html, draft.tracking.opens, `${trackingUrl}/open/${id}.gif`),
    headers: draft.headers.filter(notOurs).map(({ name, value }) => ({ key: name, value })),
    attachments: draft.attachments.map((file) => ({ ...file, content: Buffer.from(file.content) })),
    messageId: `<${id}@email.amazonses.com>`,
    date: at,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const raw = (await composer.compile().build()).toString("utf8");
  return { raw, links, headers: headersOf(raw) };
}

const notOurs = ({ name }: Header) => !/^(message-id|date)$/i.test(name);

/** The pixel stands where the author put `{{ses:openTracker}}`, else at the end of the body. */
function withPixel(html: string, opens: boolean, url: string) {
  const pixel = `<img alt="" src="${url}" style="display:none;width:1px;height:1px">`;
  if (html.includes(OPEN_TRACKER)) return html.replaceAll(OPEN_TRACKER, opens ? pixel : "");
  if (!opens) return html;
  const end = html.toLowerCase().lastIndexOf("</body>");
  return end === -1 ? html + pixel : html.slice(0, end) + pixel + html.slice(end);
}

function mailbox(text: string) {
  const [first] = addressParser(text, { flatten: true });
  return { name: first?.name ?? "", address: first?.address ?? text };
}

function headersOf(raw: string): Header[] {
  const head = raw.slice(0, raw.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, " ");
  return head.split(/\r?\n/).map((line) => {
    const colon = line.indexOf(":");
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  });
}
