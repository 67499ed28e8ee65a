import { html, raw } from "hono/html";
import { oneClickAddress } from "./act.ts";
import { timeOf, traceLink, when } from "./format.ts";
import { wordOf } from "./inbox.ts";
import { button, type Html, layout } from "./layout.ts";
import type { Link, OpenedMail } from "./sources.ts";

export const parts = ["html", "text", "headers", "source"] as const;
export type Part = (typeof parts)[number];
const PART_NAMES: Record<Part, string> = {
  html: "Mail",
  text: "Plain text",
  headers: "Headers",
  source: "Source",
};

/** One mail: what a person sees of it, and what people and machines may do with it. */
export function mailPage(mail: OpenedMail, part: Part, note: string | undefined) {
  const path = `/inbox/${mail.id}`;
  const content = html`<p class="back"><a href="/inbox">Inbox</a></p>
    <h1 class="subject">${mail.subject}</h1>
    <dl class="facts">
      <dt>From</dt><dd>${header(mail, "from") ?? mail.from}</dd>
      <dt>To</dt><dd>${mail.destination.join(", ")}</dd>
      <dt>Sent</dt><dd>${when(mail.at)}</dd>
      <dt>So far</dt><dd>${historyOf(mail)}</dd>
      <dt>Tracking</dt><dd>${trackingOf(mail)}</dd>
      <dt>Trace</dt><dd>${traceLink(mail.tags.trace?.[0]) || "none"}</dd>
    </dl>
    ${note === undefined ? "" : html`<p class="note" role="status">${note}</p>`}
    <div class="acts">
      ${button(`${path}/open`, "Open it as a person would", true)}
      ${oneClickAddress(mail) === undefined ? "" : button(`${path}/unsubscribe`, "One-click unsubscribe")}
      ${button(`${path}/scan`, "Scan it as a mail scanner would")}
      ${button(`${path}/bounce`, "Bounce it")}
      ${button(`${path}/complaint`, "Mark it as spam")}
    </div>
    <nav class="tabs" aria-label="Parts of this mail">
      ${parts.map(
        (one) =>
          html`<a href="${path}?part=${one}" ${one === part ? html`aria-current="page"` : ""}>${PART_NAMES[one]}</a>`,
      )}
    </nav>
    ${partOf(mail, part)}
    <h2>Links</h2>
    ${mail.links.length === 0 ? html`<p class="empty">This mail has no links.</p>` : links(mail.links, path)}`;
  return layout({ title: mail.subject, section: "/inbox", content });
}

const header = (mail: OpenedMail, name: string) =>
  mail.headers.find((one) => one.name.toLowerCase() === name)?.value;

const historyOf = ({ history }: OpenedMail) =>
  history.length === 0
    ? "accepted"
    : history.map(({ type, at }) => `${wordOf(type)} ${timeOf(at)}`).join(" · ");

function trackingOf({ tracking: { opens, clicks } }: OpenedMail) {
  if (opens && clicks) return "opens and clicks";
  if (opens || clicks) return opens ? "opens only" : "clicks only";
  return "none: she did not allow it, or the mail needs none";
}

function partOf(mail: OpenedMail, part: Part): Html | string {
  if (part === "html")
    return html`<iframe title="The mail as it looks" src="/inbox/${mail.id}/body" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  if (part === "text") return html`<pre>${mail.text ?? "This mail has no plain text part."}</pre>`;
  if (part === "source") return html`<pre>${mail.raw}</pre>`;
  return html`<dl class="facts wide">
    ${mail.headers.map(({ name, value }) => html`<dt>${name}</dt><dd class="id">${value}</dd>`)}
  </dl>`;
}

const links = (all: readonly Link[], path: string) => html`<ul class="lines links">
  ${all.map(
    ({ n, url, label, tracked }) => html`<li>
      <span><strong>${label || "(no text)"}</strong> <span class="quiet">${tracked ? "tracked" : "not tracked"}</span>
        <span class="id">${url}</span></span>
      <form method="post" action="${path}/click/${n}"><button aria-label="Click ${label}">Click</button></form>
    </li>`,
  )}
</ul>`;

/** What the frame shows: looking at a mail here is not opening it, so the pixel stays out. */
export function mailBody(mail: OpenedMail) {
  const shown = mail.html ?? "";
  const quiet = shown.replace(/<img [^>]*\/open\/[^"]+\.gif"[^>]*>/g, "");
  return html`<base target="_blank">${raw(quiet)}`;
}

/** Links open in a new tab as they would from a mailbox; nothing else of a mail may run or load from elsewhere. */
export const BODY_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data: http://127.0.0.1:* http://localhost:*",
  "frame-ancestors 'self'",
  "sandbox allow-popups allow-popups-to-escape-sandbox",
].join("; ");
