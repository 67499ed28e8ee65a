import { html } from "hono/html";
import { pretty, span, traceLink, when } from "./format.ts";
import { empty, layout } from "./layout.ts";
import type { ConsoleSources, Execution, Transition } from "./sources.ts";

export async function executionsPage({ executions, clock }: ConsoleSources) {
  const all = await executions();
  const now = clock.ms();
  const content = html`<h1>Executions</h1>
    <p class="quiet">Every run of the campaign workflow, newest first.</p>
    <div data-live>
      ${
        all.length === 0
          ? empty("Nothing runs. Launching a campaign starts an execution.")
          : html`<ul class="rows">${all.map((one) => row(one, now))}</ul>`
      }
    </div>`;
  return layout({ title: "Executions", section: "/executions", content });
}

const row = (one: Execution, now: number) => html`<li>
  <span class="title"><a href="${pathOf(one)}">${one.name}</a> <span class="status ${one.status}">${wordsOf(one)}</span></span>
  <span class="quiet">${stateOf(one, now)}</span>
</li>`;

const pathOf = ({ id }: Execution) => `/executions/${encodeURIComponent(id)}`;
const wordsOf = ({ status }: Execution) => status.toLowerCase().replaceAll("_", " ");

function stateOf({ status, state, since, wakeAt }: Execution, now: number) {
  if (status !== "RUNNING") return html`ended in ${state}, ${when(since)}`;
  const waking = wakeAt === undefined ? "" : html`, wakes ${when(wakeAt)} (in ${span(wakeAt - now)})`;
  return html`in ${state} since ${when(since)}${waking}`;
}

export function executionPage(one: Execution, transitions: readonly Transition[], now: number) {
  const content = html`<p class="back"><a href="/executions">Executions</a></p>
    <h1 class="subject">${one.name}</h1>
    <p><span class="status ${one.status}">${wordsOf(one)}</span> ${stateOf(one, now)}</p>
    <dl class="facts">
      <dt>Started</dt><dd>${when(one.startedAt)}</dd>
      <dt>Trace</dt><dd>${traceLink(one.trace) || "none"}</dd>
      ${one.error === undefined ? "" : html`<dt>Error</dt><dd class="harm">${one.error}</dd>`}
    </dl>
    <h2>Input</h2>
    <pre>${pretty(one.input)}</pre>
    <h2>What it did</h2>
    <ol class="hops" data-live>
      ${transitions.map(
        ({ at, type, state }) =>
          html`<li><span class="quiet">${when(at)}</span><span>${type}</span><strong>${state ?? ""}</strong></li>`,
      )}
    </ol>`;
  return layout({ title: one.name, section: "/executions", content });
}
