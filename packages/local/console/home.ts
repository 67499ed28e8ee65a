import { html } from "hono/html";
import { dayOf, timeOf } from "./format.ts";
import { layout } from "./layout.ts";
import type { ConsoleSources } from "./sources.ts";

export async function homePage({ addresses, clock, email, deadLetters, executions }: ConsoleSources) {
  const [mails, dead, running] = await Promise.all([
    email.list({ limit: 1000 }),
    deadLetters(),
    executions(),
  ]);
  const open = running.filter(({ status }) => status === "RUNNING").length;
  const content = html`<h1>${dayOf(clock.ms())}</h1>
    <p class="quiet">It is ${timeOf(clock.ms())} by this machine's clock, which you can <a href="/clock">move</a>.</p>
    <h2>Where things are</h2>
    <ul class="lines addresses">
      ${addresses.map(
        ({ name, url, purpose }) =>
          html`<li><a href="${url}">${name}</a><span class="quiet">${purpose}</span><span class="id">${url}</span></li>`,
      )}
    </ul>
    <h2>What it holds</h2>
    <ul class="lines">
      <li><a href="/inbox">${count(mails.length, "mail")} in the inbox</a></li>
      <li><a href="/executions">${count(open, "workflow execution")} under way</a></li>
      <li><a href="/dead-letters">${dead.length === 0 ? "No dead letters" : count(dead.length, "dead letter")}</a></li>
    </ul>`;
  return layout({ title: "Home", section: "/", content });
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;
