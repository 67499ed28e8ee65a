import { html } from "hono/html";

const full = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "medium" });
const clockTime = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const day = new Intl.DateTimeFormat("en-GB", {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
});

/** A moment in the reader's zone: the machine's, since it is the reader's. */
export function when(at: number | string) {
  const date = new Date(at);
  return html`<time datetime="${date.toISOString()}">${full.format(date)}</time>`;
}

export const timeOf = (at: number | string) => clockTime.format(new Date(at));
export const dayOf = (at: number) => day.format(new Date(at));

const UNITS: [string, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
];

/** `3 days`, in the largest unit that fits. */
export function span(ms: number) {
  const [name, size] = UNITS.find(([, unit]) => Math.abs(ms) >= unit * 0.98) ?? ["second", 1000];
  const count = Math.round(Math.abs(ms) / size);
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}

export const traceLink = (trace: string | undefined) =>
  trace === undefined ? "" : html`<a class="id" href="/trace/${trace}">${trace}</a>`;

/** JSON, indented; text that is no JSON stays as it is. */
export function pretty(content: unknown) {
  if (typeof content !== "string") return JSON.stringify(content, null, 2);
  try {
    return JSON.stringify(JSON.parse(content), null, 2);
  } catch {
    return content;
  }
}
