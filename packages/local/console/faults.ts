import { html } from "hono/html";
import { layout } from "./layout.ts";
import type { ConsoleSources } from "./sources.ts";

const WORDS: Record<string, string> = {
  rate: "Too many requests: maximum sending rate exceeded",
  quota: "Daily message quota exceeded",
  paused: "Sending is paused for the account",
  suspended: "The account is suspended",
  rejected: "The message is rejected",
  internal: "SES fails with an internal error",
  dropped: "The connection breaks before the mail is accepted",
  "lost-response": "The mail is accepted, but the answer never arrives",
};

export function faultsPage({ email: { faults } }: ConsoleSources) {
  const on = new Map(faults.list().map(({ fault, times }) => [fault, times]));
  const content = html`<h1>Faults</h1>
    <p class="quiet">Make the mail service fail on purpose, for the next mail or until switched off.</p>
    <ul class="lines faults">
      ${faults.names.map(
        (name) => html`<li>
          <span><strong>${WORDS[name] ?? name}</strong> ${on.has(name) ? html`<span class="status RUNNING">${stateOf(on.get(name))}</span>` : ""}</span>
          <form method="post" action="/faults" class="acts">
            <input type="hidden" name="fault" value="${name}">
            ${
              on.has(name)
                ? html`<button name="do" value="off">Off</button>`
                : html`<button name="do" value="once">Once</button><button name="do" value="on">On</button>`
            }
          </form>
        </li>`,
      )}
    </ul>`;
  return layout({ title: "Faults", section: "/faults", content });
}

const stateOf = (times: number | undefined) => (times === undefined ? "on" : `on for ${times} more`);
