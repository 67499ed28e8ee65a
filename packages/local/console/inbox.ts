import { html } from "hono/html";
import { when } from "./format.ts";
import { empty, layout } from "./layout.ts";
import type { ConsoleSources, Mail } from "./sources.ts";

export async function inboxPage({ email }: ConsoleSources) {
  const mails = await email.list({ limit: 200 });
  const content = html`<h1>Inbox</h1>
    <p class="quiet">Every mail the product sent, newest first. None of them left this machine.</p>
    <div data-live>${mails.length === 0 ? empty("No mail yet. Sign up on the form and one arrives.") : list(mails)}</div>`;
  return layout({ title: "Inbox", section: "/inbox", content });
}

const list = (mails: readonly Mail[]) => html`<ol class="mails">
  ${mails.map(
    (mail) => html`<li>
      <a href="/inbox/${mail.id}">
        <span class="to">${mail.destination.join(", ")}</span>
        <span class="subject">${mail.subject}</span>
        <span class="state">${stateOf(mail)}</span>
        <span class="time quiet">${when(mail.at)}</span>
      </a>
    </li>`,
  )}
</ol>`;

const WORDS: Record<string, string> = {
  Send: "sent",
  Delivery: "delivered",
  Bounce: "bounced",
  Complaint: "marked as spam",
  Reject: "rejected",
  Open: "opened",
  Click: "clicked",
};
const RANK = ["Complaint", "Bounce", "Reject", "Click", "Open", "Delivery", "Send"];

/** The one thing about a mail that says most. */
function stateOf({ history }: Mail) {
  const types = new Set(history.map(({ type }) => type));
  const most = RANK.find((type) => types.has(type));
  return most === undefined ? "accepted" : WORDS[most];
}

export const wordOf = (type: string) => WORDS[type] ?? type;
