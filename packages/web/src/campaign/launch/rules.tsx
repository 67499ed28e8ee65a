import type { LaunchPage } from "@perennial/core/campaign/views.ts";
import { limitWords } from "./words.ts";

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** Who writes, and the rules that hold for every mail whatever the steps say. */
export function Rules({ page: { from, replyTo, policy, limits } }: { readonly page: LaunchPage }) {
  const { window, zone } = policy;
  return (
    <section className="section ruled" aria-label="How">
      <h2>How</h2>
      <dl className="launch-rules">
        <dt>From</dt>
        <dd>
          {from.name} &lt;{from.email}&gt;
        </dd>
        <dt>Answers go to</dt>
        <dd>
          {replyTo.name} &lt;{replyTo.email}&gt;
        </dd>
        <dt>Sending hours</dt>
        <dd>
          {daysWords(window.days)}, {window.from} to {window.to}, {zone.replaceAll("_", " ")}
        </dd>
        <dt>How often</dt>
        <dd>{limitWords(limits)} to one person, over all campaigns; a mail over the limit waits</dd>
        <dt>Other campaigns</dt>
        <dd>Nobody is in two campaigns at once: who is in another is left out</dd>
        <dt>It ends for</dt>
        <dd>whoever replies, unsubscribes, or whose address fails</dd>
      </dl>
    </section>
  );
}

/** `Mon to Fri` where the days follow each other. */
function daysWords(days: readonly number[]): string {
  const name = (day: number | undefined) => DAYS[(day ?? 1) - 1] ?? "";
  const sorted = days.toSorted((a, b) => a - b);
  const [first = 1, last = 1] = [sorted[0], sorted.at(-1)];
  if (sorted.length > 2 && last - first === sorted.length - 1) return `${name(first)} to ${name(last)}`;
  return sorted.map(name).join(", ");
}
