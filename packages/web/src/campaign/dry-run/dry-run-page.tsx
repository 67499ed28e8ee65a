import { Button } from "@mantine/core";
import type { DryRun } from "@perennial/core/campaign/views.ts";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { queries } from "../../api/queries.ts";
import { Page } from "../../frame/page.tsx";
import { Loaded } from "../../states/loaded.tsx";
import { number, people } from "../../words/numbers.ts";
import { campaignQueries } from "../queries.ts";
import { Decisions } from "./decisions.tsx";
import { Export } from "./export.tsx";

const route = getRouteApi("/app/campaigns/$campaignId/dry-run");

/** Every decision for every person, if nobody reacts: the same that the real run would make. */
export function DryRunPage() {
  const { campaignId } = route.useParams();
  const { data: campaign } = useQuery({ ...queries.campaign(campaignId), refetchInterval: false });
  const run = useInfiniteQuery(campaignQueries.dryRun(campaignId));
  const name = campaign?.campaign.name ?? "";
  return (
    <Page
      title={name ? `Dry run of “${name}”` : "Dry run"}
      sentence={
        <>
          What happens to each person if nobody reacts, decided by the code that runs the campaign.{" "}
          <Link to="/campaigns/$campaignId/edit" params={{ campaignId }}>
            Back to the steps
          </Link>
        </>
      }
      acts={campaign && <Export campaignId={campaignId} page={campaign} />}
      wide
    >
      <Loaded query={run} what="The dry run">
        {({ pages }) => (
          <>
            <p>{sizeWords(pages)}</p>
            {campaign && (
              <Decisions
                rows={pages.flatMap(({ rows }) => rows)}
                page={campaign}
                typical={pages[0]?.typical ?? false}
              />
            )}
            {run.hasNextPage && (
              <div>
                <Button loading={run.isFetchingNextPage} onClick={() => void run.fetchNextPage()}>
                  Show more people
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function sizeWords(pages: readonly DryRun[]): string {
  const [first] = pages;
  if (!first) return "";
  if (first.typical) return "Nobody has joined yet: this is somebody who joins when it starts.";
  const shown = pages.reduce((sum, page) => sum + page.people, 0);
  return shown < first.total
    ? `${number(shown)} of ${people(first.total)} so far; the export has all.`
    : people(first.total);
}
