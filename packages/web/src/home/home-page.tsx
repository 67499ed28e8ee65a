import type { Home } from "@perennial/core/home/home.view.ts";
import { useQuery } from "@tanstack/react-query";
import { queries } from "../api/queries.ts";
import { useListKeys } from "../list/use-list-keys.ts";
import { SampleNotice } from "../sample/sample-notice.tsx";
import { Loaded } from "../states/loaded.tsx";
import { longDay } from "../words/dates.ts";
import { Figures } from "./figures.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { NeedsYou } from "./needs-you.tsx";
import { Running } from "./running.tsx";
import { Warm } from "./warm.tsx";
import { homeSentence } from "./words.ts";
import "../list/list.css";
import "./home.css";

export function HomePage() {
  const home = useQuery(queries.home);
  const list = useListKeys<HTMLDivElement>();
  return (
    <div className="page home" ref={list}>
      <title>Home · Perennial</title>
      <Loaded query={home} what="Home">
        {(data) => {
          const empty = data.figures.people === 0 && data.warm.length === 0 && data.running.length === 0;
          return (
            <>
              <header>
                <h1 className="home-day">{longDay(data.today)}</h1>
                <p className="big">
                  {empty ? "Nobody is here yet. This is how it begins." : homeSentence(data)}
                </p>
              </header>
              {empty ? <FirstSteps missing={data.missing} /> : <Sections data={data} />}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}

function Sections({ data }: { readonly data: Home }) {
  return (
    <>
      <SampleNotice />
      <Warm warm={data.warm} />
      {data.running.length > 0 && <Running running={data.running} />}
      {data.missing.length + data.needs.length > 0 && <NeedsYou missing={data.missing} needs={data.needs} />}
      <Figures figures={data.figures} />
    </>
  );
}
