import MailComposer from "nodemailer/lib/mail-composer";
import { addressParser } from "postal-mime";
import type { Draft, Header } from "./draft.ts";
import { type Link, rewriteLinks } from "./links.ts";

/** A message as a mailbox would receive it. */
export interface Rendered {
  readonly source: Source;
  readonly links: readonly Link[];
  /** The headers of the message, as events and the inbox show them. */
  readonly headers: readonly Header[];
}

/** What the MIME text is made of. It is put together when somebody looks: nobody opens most of a thousand mails. */
export interface Source extends Pick<Draft, "from" | "to" | "cc" | "replyTo" | "subject" | "text" | "html"> {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly headers: readonly Header[];
  /** Contents in Base64. */
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: string;
  }[];
}

const OPEN_TRACKER = "{{ses:openTracker}}";

/**
 * Renders a message: its links lead over the tracking address, its headers are those of the MIME text.
 * @param trackingUrl where `/open/ID.gif` and `/click/ID/N` answer
 */
export function render(draft: Draft, id: string, at: number, trackingUrl: string): Rendered {
  const click = draft.tracking.clicks ? (n: number) => `${trackingUrl}/click/${id}/${n}` : undefined;
  const { html, links } = rewriteLinks(draft.html ?? "", click);
  const { from, to, cc, replyTo, subject, text, headers, attachments } = draft;
  const source: Source = {
    ...{ id, at, from, to, cc, replyTo, subject, text },
    html:
      draft.html === undefined
        ? undefined
        : withPixel(html, draft.tracking.opens, `${trackingUrl}/open/${id}.gif`),
    headers: headers.filter(notOurs),
    attachments: attachments.map((file) => ({
      ...file,
      content: Buffer.from(file.content).toString("base64"),
    })),
  };
  return { source, links, headers: headersOf(mimeOf(source).buildHeaders()) };
}

/** The MIME text, the same each time. */
export const rawOf = async (source: Source): Promise<string> =>
  (await mimeOf(source).build()).toString("utf8");

/** SES writes Message-ID and Date itself, whatever the caller gave. */
const mimeOf = ({ id, at, from, to, cc, replyTo, subject, text, html, headers, attachments }: Source) =>
  new MailComposer({
    ...{ subject, text, html },
    from: mailbox(from),
    to: to.map(mailbox),
    cc: cc.map(mailbox),
    replyTo: replyTo.map(mailbox),
    headers: headers.map(({ name, value }) => ({ key: name, value })),
    attachments: attachments.map((file) => ({ ...file, encoding: "base64" })),
    messageId: `<${id}@email.amazonses.com>`,
    date: new Date(at),
    baseBoundary: id,
    disableFileAccess: true,
    disableUrlAccess: true,
  }).compile();

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

function headersOf(written: string): Header[] {
  const head = written.replace(/\r?\n[ \t]+/g, " ").trim();
  return head.split(/\r?\n/).map((line) => {
    const colon = line.indexOf(":");
    return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
  });
}
