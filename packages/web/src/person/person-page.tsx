import type { Person } from "@perennial/core/candidate/views.ts";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useRef } from "react";
import { queries } from "../api/queries.ts";
import { SeasonStrip } from "../season/season-strip.tsx";
import { Loaded } from "../states/loaded.tsx";
import { Facts } from "./facts.tsx";
import { PersonHead } from "./person-head.tsx";
import { Timeline } from "./timeline.tsx";
import "./person.css";

const route = getRouteApi("/app/talent/$candidateId");

export function PersonPage() {
  const { candidateId } = route.useParams();
  const person = useQuery(queries.person(candidateId));
  return (
    <div className="page wide">
      <p className="small">
        <Link to="/talent">Talent</Link>
      </p>
      <Loaded query={person} what="This person">
        {(data) => <Whole person={data} />}
      </Loaded>
    </div>
  );
}

function Whole({ person }: { readonly person: Person }) {
  const timeline = useRef<HTMLDivElement>(null);
  const goTo = (day: string) =>
    timeline.current?.querySelector(`[data-day="${day}"]`)?.scrollIntoView({ block: "center" });
  return (
    <>
      <title>{`${person.name} · Perennial`}</title>
      <PersonHead person={person} />
      <SeasonStrip line={person.season} onChoose={goTo} />
      <div className="person-columns" ref={timeline}>
        <Timeline moments={person.timeline} />
        <Facts person={person} />
      </div>
    </>
  );
}
