import { Button } from "@mantine/core";
import type { Page } from "@perennial/core/campaign/views.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ServerClock } from "../../api/clock.ts";
import { useSteady } from "../../list/steady.ts";
import { WaitingChanges } from "../../list/waiting-changes.tsx";
import { Loaded } from "../../states/loaded.tsx";
import { liveEvery } from "../live.ts";
import { campaignQueries } from "../queries.ts";
import type { Which } from "../which.ts";
import { MembersTable } from "./members-table.tsx";
import { whichWords } from "./which-words.ts";

const route = getRouteApi("/app/campaigns/$campaignId");

/** The people behind a number of the flow, or everybody, each with the reason of the last decision. */
export function Members({ page }: { readonly page: Page }) {
  const which: Which = route.useSearch();
  const filtered = Object.keys(which).length > 0;
  const { campaignId } = page.campaign;
  const people = useInfiniteQuery(
    campaignQueries.people(campaignId, which, liveEvery(page, ServerClock.ms())),
  );
  return (
    <section className="section" aria-label="People" id="people">
      <h2>People</h2>
      <p className="quiet">
        {whichWords(which, page, people.data?.pages[0]?.total)}{" "}
        {filtered && (
          <Link to="." search={{}} resetScroll={false}>
            Show everybody
          </Link>
        )}
      </p>
      <Loaded query={people} what="The people">
        {({ pages }) => (
          <Steady page={page} people={pages.flatMap((one) => one.people)} key={JSON.stringify(which)} />
        )}
      </Loaded>
      {people.hasNextPage && (
        <div>
          <Button loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </section>
  );
}

type Member = Parameters<typeof MembersTable>[0]["members"][number];
const idOf = ({ candidateId }: Member) => candidateId;

/** Contents tick, rows do not move. */
function Steady({ page, people }: { readonly page: Page; readonly people: readonly Member[] }) {
  const { rows, waiting, show } = useSteady(people, idOf);
  return (
    <>
      <WaitingChanges waiting={waiting} show={show} />
      {rows.length > 0 && <MembersTable page={page} members={rows} />}
    </>
  );
}
