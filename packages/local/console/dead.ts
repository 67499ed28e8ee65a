import { html } from "hono/html";
import { pretty, traceLink, when } from "./format.ts";
import { button, empty, layout } from "./layout.ts";
import type { ConsoleSources, DeadLetter } from "./sources.ts";

export async function deadPage({ deadLetters }: ConsoleSources, note: string | undefined) {
  const all = await deadLetters();
  const places = Map.groupBy(all, ({ place }) => place);
  const content = html`<h1>Dead letters</h1>
    <p class="quiet">What failed as often as it may, from the pipe, the buses and the queues.</p>
    ${note === undefined ? "" : html`<p class="note" role="status">${note}</p>`}
    ${places.size === 0 ? empty("None. Everything that was sent has arrived.") : [...places].map(group)}`;
  return layout({ title: "Dead letters", section: "/dead-letters", content });
}

const group = ([place, letters]: [string, DeadLetter[]]) => html`<section>
  <h2>${place}</h2>
  ${button(`/dead-letters/redrive?place=${encodeURIComponent(place)}`, `Send ${letters.length} back to ${place}`)}
  <ul class="rows">
    ${letters.map(
      ({ id, since, attempts, error, trace, content }) => html`<li>
        <span class="title"><span class="id">${id}</span></span>
        <span class="quiet">since ${when(since)} · tried ${attempts} times ${traceLink(trace)}</span>
        ${error === undefined ? "" : html`<span class="harm">${error}</span>`}
        <details><summary>Content</summary><pre>${pretty(content)}</pre></details>
      </li>`,
    )}
  </ul>
</section>`;
