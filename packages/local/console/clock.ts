import { html } from "hono/html";
import { dayOf, span, timeOf, when } from "./format.ts";
import { empty, layout } from "./layout.ts";
import type { Move, Mover } from "./mover.ts";
import type { ConsoleSources } from "./sources.ts";

const DAY = 86_400_000;

/** The moves the page offers, by the value its form sends. Undefined: to the next thing due. */
export const moves: Readonly<Record<string, { readonly words: string; readonly by: number | undefined }>> = {
  next: { words: "To the next thing due", by: undefined },
  day: { words: "+1 day", by: DAY },
  weeks: { words: "+2 weeks", by: 14 * DAY },
};

export async function clockPage({ clock, upcoming }: ConsoleSources, mover: Mover, note: string | undefined) {
  const now = clock.ms();
  const ahead = (await upcoming()).filter(({ at }) => at > now).sort((a, b) => a.at - b.at);
  const move = mover.last();
  const moving = move !== undefined && !move.done;
  const content = html`<p class="quiet">By this machine's clock it is</p>
    <h1>${dayOf(now)}, ${timeOf(now)}</h1>
    <p class="quiet">${aheadBy(now)} It only moves forward, and stops for everything that falls due on the way.</p>
    ${note === undefined ? "" : html`<p class="note" role="status">${note}</p>`}
    <form method="post" action="/clock" class="acts">
      ${Object.entries(moves).map(
        ([value, { words }], at) =>
          html`<button name="move" value="${value}" class="${at === 0 ? "filled" : ""}" ${moving ? "disabled" : ""}>${words}</button>`,
      )}
    </form>
    ${move === undefined ? "" : lastMove(move, now)}
    <h2>What is due next</h2>
    ${
      ahead.length === 0
        ? empty("Nothing is planned.")
        : html`<ol class="hops">${ahead.map(({ at, what }) => html`<li><span class="quiet">${when(at)}</span><span>${what}</span><span class="quiet">in ${span(at - now)}</span></li>`)}</ol>`
    }`;
  return layout({ title: "Clock", section: "/clock", content, refresh: moving });
}

function aheadBy(now: number) {
  const offset = now - Date.now();
  return offset < 1000 ? "It runs with the real time." : `It runs ${span(offset)} ahead of the real time.`;
}

const lastMove = ({ from, to, stops, done, error }: Move, now: number) => html`<section>
  <h2>${done ? "The last move" : "Moving"}</h2>
  <p>From ${when(from)} ${done ? html`to ${when(to)}` : html`on the way to ${when(to)}, now at ${when(now)}`}: ${stopsIn(stops.length)}.</p>
  ${error === undefined ? "" : html`<p class="harm">It stopped early: ${error}</p>`}
  <ol class="hops">
    ${stops.slice(-100).map(({ at, what }) => html`<li><span class="quiet">${when(at)}</span><span>${what}</span></li>`)}
  </ol>
</section>`;

const stopsIn = (count: number) =>
  count === 0 ? "nothing fell due" : `it stopped ${count === 1 ? "once" : `${count} times`}`;
