import { html } from "hono/html";
import { pretty, traceLink, when } from "./format.ts";
import { empty, layout } from "./layout.ts";
import type { BusEvent, ConsoleSources } from "./sources.ts";

type Hops = Awaited<ReturnType<ConsoleSources["journal"]["list"]>>;

export async function eventsPage({ events, journal }: ConsoleSources, trace: string | undefined) {
  const filter = trace === undefined ? {} : { trace };
  const [seen, hops] = await Promise.all([
    events({ ...filter, limit: 100 }),
    journal.list({ ...filter, limit: 100 }),
  ]);
  const content = html`<h1>Events</h1>
    <form class="filter" method="get">
      <label for="trace">Only of one trace</label>
      <input id="trace" name="trace" value="${trace ?? ""}" placeholder="trc_..." autocomplete="off" spellcheck="false">
      <button>Show</button>
      ${trace === undefined ? "" : html`<a href="/trace/${trace}">Its whole way</a>`}
    </form>
    <div data-live>
      <h2>On the buses, newest first</h2>
      ${seen.length === 0 ? empty("No event yet.") : eventList(seen, true)}
      <h2>Journal of every hop, newest first</h2>
      ${hops.length === 0 ? empty("Nothing went anywhere yet.") : hopList(hops, true)}
    </div>`;
  return layout({ title: "Events", section: "/events", content });
}

/** One trace from its first hop to its last. */
export async function tracePage({ events, journal }: ConsoleSources, trace: string) {
  const [seen, hops] = await Promise.all([
    events({ trace, limit: 500 }),
    journal.list({ trace, limit: 500 }),
  ]);
  const content = html`<p class="back"><a href="/events">Events</a></p>
    <h1 class="subject id">${trace}</h1>
    <p class="quiet">Everything that followed from one request, in order.</p>
    <div data-live>
      ${hops.length === 0 ? empty("Nothing is known of this trace.") : hopList([...hops].reverse(), false)}
      <h2>Its events</h2>
      ${seen.length === 0 ? empty("None.") : eventList([...seen].reverse(), false)}
    </div>`;
  return layout({ title: trace, section: "/events", content });
}

const eventList = (all: readonly BusEvent[], withTrace: boolean) => html`<ul class="rows">
  ${all.map(
    ({ id, at, bus, type, source, rules, trace, detail }) => html`<li>
      <span class="title"><strong>${type}</strong> <span class="quiet">${source} on ${bus}</span></span>
      <span class="quiet">${when(at)} · ${rules.length === 0 ? "no rule matched" : `to ${rules.join(", ")}`} ${withTrace ? traceLink(trace) : ""}</span>
      <details><summary>Detail</summary><pre>${pretty({ id, detail })}</pre></details>
    </li>`,
  )}
</ul>`;

const hopList = (hops: Hops, withTrace: boolean) => html`<ol class="hops">
  ${hops.map(
    ({ at, room, what, id, trace }) => html`<li>
      <span class="quiet">${when(at)}</span><span class="room">${room}</span><span>${what}</span>
      <span class="id quiet">${withTrace ? traceLink(trace) : id}</span>
    </li>`,
  )}
</ol>`;
