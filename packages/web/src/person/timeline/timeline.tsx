import type { Person } from "@perennial/core/candidate/views.ts";
import { useState } from "react";
import { Choices } from "../../list/choices.tsx";
import { month } from "../../words/dates.ts";
import type { PersonActs } from "../use-person-acts.ts";
import { Composer } from "./composer.tsx";
import { MomentRow } from "./moment-row.tsx";
import { momentWords, type Topic } from "./moments.ts";
import "./timeline.css";

const FILTERS: readonly { readonly value: Topic | "all"; readonly words: string }[] = [
  { value: "all", words: "All" },
  { value: "talk", words: "Talk" },
  { value: "mail", words: "Mail" },
  { value: "note", words: "Notes" },
  { value: "consent", words: "Consent" },
];

interface Props {
  readonly person: Person;
  readonly acts: PersonActs;
}

/** Everything that happened, newest first, by month; the filters are those that would find something. */
export function Timeline({ person, acts }: Props) {
  const [topic, setTopic] = useState<Topic | "all">("all");
  const told = person.timeline.map((moment) => ({ moment, topic: momentWords(moment).topic }));
  const topics = new Set<string>(told.map((line) => line.topic));
  const shown = told.filter((line) => topic === "all" || line.topic === topic).map(({ moment }) => moment);
  const undoable = new Set([person.replied?.actId, person.contacted?.actId]);
  return (
    <section className="section" aria-label="Timeline">
      <div className="timeline-head">
        <h2>Timeline</h2>
        {topics.size > 1 && (
          <Choices
            label="Show"
            options={FILTERS.filter(({ value }) => value === "all" || topics.has(value))}
            value={topic}
            onChoose={setTopic}
          />
        )}
      </div>
      <Composer candidateId={person.candidateId} acts={acts} />
      {shown.length === 0 && <p className="quiet">Nothing has happened yet.</p>}
      {[...Map.groupBy(shown, ({ at }) => month(at))].map(([title, group]) => (
        <div key={title} className="timeline-month">
          <h3 className="quiet">{title}</h3>
          <ol>
            {group.map((moment) => (
              <MomentRow
                moment={moment}
                key={moment.id}
                candidateId={person.candidateId}
                {...(undoable.has(moment.id) ? { onTakeBack: () => void acts.takeBack(moment.id) } : {})}
              />
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}
