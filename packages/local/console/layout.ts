import { html } from "hono/html";

export type Html = ReturnType<typeof html>;

const sections = [
  ["/", "Home"],
  ["/inbox", "Inbox"],
  ["/executions", "Executions"],
  ["/events", "Events"],
  ["/dead-letters", "Dead letters"],
  ["/clock", "Clock"],
  ["/faults", "Faults"],
] as const;

interface Page {
  readonly title: string;
  /** The path in the navigation this page belongs to. */
  readonly section: string;
  readonly content: Html;
  /** Loads itself again while something runs. */
  readonly refresh?: boolean;
}

/** One page of the console. The script refreshes what is marked `data-live`; without it everything works. */
export function layout({ title, section, content, refresh = false }: Page) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        ${refresh ? html`<meta http-equiv="refresh" content="1">` : ""}
        <title>${title} · Perennial on this machine</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/console.css">
        <script src="/live.js" defer></script>
      </head>
      <body>
        <aside class="machine" aria-label="About this machine">On this machine: no mail leaves it</aside>
        <div class="frame">
          <nav class="sections" aria-label="Console">
            ${sections.map(
              ([href, name]) =>
                html`<a href="${href}" ${href === section ? html`aria-current="page"` : ""}>${name}</a>`,
            )}
          </nav>
          <main>${content}</main>
        </div>
      </body>
    </html>`;
}

/** A button that does one thing. */
export const button = (action: string, words: string, filled = false) =>
  html`<form method="post" action="${action}"><button class="${filled ? "filled" : ""}">${words}</button></form>`;

export const empty = (words: string) => html`<p class="empty">${words}</p>`;
