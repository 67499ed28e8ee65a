import { useMediaQuery } from "@mantine/hooks";
import type { Person } from "@perennial/core/candidate/views.ts";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Choices } from "../list/choices.tsx";
import { SeasonStrip } from "../season/season-strip.tsx";
import { PersonActBar } from "./acts/act-bar.tsx";
import { Erasure } from "./acts/erase.tsx";
import { Facts } from "./facts/facts.tsx";
import { Next } from "./next.tsx";
import { PersonHead } from "./person-head.tsx";
import { Timeline } from "./timeline/timeline.tsx";
import { usePersonActs } from "./use-person-acts.ts";
import "./person.css";

interface Props {
  readonly person: Person;
  readonly heading: "h1" | "h2";
  /** In a column of its own, as beside a list. */
  readonly narrow?: boolean;
}

const TABS = [
  { value: "timeline", words: "Timeline" },
  { value: "facts", words: "Facts" },
] as const;

/** Everything about one person, on a page or beside a list. */
export function Whole({ person, heading, narrow = false }: Props) {
  const acts = usePersonActs(person);
  const phone = useMediaQuery("(max-width: 700px)", undefined, { getInitialValueInEffect: false });
  const [tab, setTab] = useState<"timeline" | "facts">("timeline");
  const timeline = useRef<HTMLDivElement>(null);
  const goTo = (day: string) => {
    flushSync(() => setTab("timeline"));
    timeline.current?.querySelector(`[data-day="${day}"]`)?.scrollIntoView({ block: "center" });
  };
  const one = narrow || phone;
  const moments = <Timeline person={person} acts={acts} />;
  const facts = (
    <aside className="facts" aria-label="Facts">
      <Facts person={person} acts={acts} onWanted={() => setTab("facts")} />
      <Erasure person={person} acts={acts} />
    </aside>
  );
  return (
    <div className={one ? "person one-column" : "person"}>
      <PersonHead person={person} heading={heading} />
      <PersonActBar person={person} acts={acts} />
      <SeasonStrip line={person.season} onChoose={goTo} />
      {one && (
        <>
          <Next person={person} acts={acts} />
          <Choices label="Show" options={TABS} value={tab} onChoose={setTab} />
        </>
      )}
      <div className="person-columns" ref={timeline}>
        <div hidden={one && tab !== "timeline"}>{moments}</div>
        <div hidden={one && tab !== "facts"}>
          {!one && <Next person={person} acts={acts} />}
          {facts}
        </div>
      </div>
    </div>
  );
}
