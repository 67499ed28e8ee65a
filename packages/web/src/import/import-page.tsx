import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { queries } from "../api/queries.ts";
import { Page } from "../frame/page.tsx";
import { Loaded } from "../states/loaded.tsx";
import { date } from "../words/dates.ts";
import { Failed } from "./failed.tsx";
import { MappingPage } from "./mapping-page.tsx";
import { Result } from "./result.tsx";
import { Running } from "./running.tsx";
import "./import.css";

const route = getRouteApi("/app/import/$importId");

/** One file: its columns, its way in, and what came of it. */
export function ImportPage() {
  const { importId } = route.useParams();
  const query = useQuery(queries.import(importId));
  return (
    <Loaded query={query} what="The import">
      {(view) =>
        view.state === "draft" ? (
          <MappingPage importId={importId} revision={view.revision} />
        ) : (
          <Page
            title={view.fileName}
            sentence={`Imported by ${view.by} on ${date(view.startedAt ?? view.createdAt)}.`}
          >
            {view.state === "running" && !view.stopped && <Running view={view} />}
            {(view.state === "failed" || view.stopped) && <Failed view={view} />}
            {view.state === "finished" && <Result view={view} />}
          </Page>
        )
      }
    </Loaded>
  );
}
