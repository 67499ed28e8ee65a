import type { Moment } from "@perennial/core/candidate/views.ts";
import { useState } from "react";
import { Choices } from "../list/choices.tsx";
import { month } from "../words/dates.ts";
import { MomentRow } from "./moment-row.tsx";
import { momentWords, type Topic } from "./moments.ts";

const FILTERS: readonly { readonly value: Topic | "all"; readonly words: string }[] = [
  { value: "all", words: "All" },
  { value: "mail", words: "Mail" },
  { value: "consent", words: "Consent" },
];

/** Everything that happened, newest first, by month; the filters are those that would find something. */
export function Timeline({ moments }: { readonly moments: readonly Moment[] }) {
  const [topic, setTopic] = useState<Topic | "all">("all");
  const topics = new Set<string>(moments.map((moment) => momentWords(moment).topic));
  const shown = moments.filter((moment) => topic === "all" || momentWords(moment).topic === topic);
  return (
    <section className="section" aria-label="Timeline">
      <div className="timeline-head">
        <h2>Timeline</h2>
        <Choices
          label="Show"
          options={FILTERS.filter(({ value }) => value === "all" || topics.has(value))}
          value={topic}
          onChoose={setTopic}
        />
      </div>
      {shown.length === 0 && <p className="quiet">Nothing has happened yet.</p>}
      {[...Map.groupBy(shown, ({ at }) => month(at))].map(([title, group]) => (
        <div key={title} className="timeline-month">
          <h3 className="quiet">{title}</h3>
          <ol>
            {group.map((moment) => (
              <MomentRow moment={moment} key={moment.id} />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
