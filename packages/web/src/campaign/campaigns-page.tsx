import type { Row as CampaignRow } from "@perennial/core/campaign/views.ts";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ServerClock } from "../api/clock.ts";
import { queries } from "../api/queries.ts";
import { Chip } from "../because/chip.tsx";
import { Page } from "../frame/page.tsx";
import { rowLink, useListKeys } from "../list/use-list-keys.ts";
import { ActButton } from "../states/allowed.tsx";
import { Empty } from "../states/empty.tsx";
import { Loaded } from "../states/loaded.tsx";
import { date, when } from "../words/dates.ts";
import { STATES } from "./states.ts";
import "../list/list.css";

export function CampaignsPage() {
  const campaigns = useQuery(queries.campaigns);
  const navigate = useNavigate();
  const list = useListKeys<HTMLUListElement>();
  return (
    <Page
      title="Campaigns"
      sentence="Mails with time between them, and what comes of them."
      acts={
        <ActButton
          variant="filled"
          needs="campaigns.write"
          act="write campaigns"
          onClick={() => void navigate({ to: "/campaigns/new" })}
        >
          New campaign
        </ActButton>
      }
    >
      <Loaded query={campaigns} what="The campaigns">
        {(rows) =>
          rows.length === 0 ? (
            <Empty title="No campaigns yet">
              <p>
                A campaign writes to those who join by a form, or whom a segment finds, over days or months.
                Once your organisation is set up, a first draft called “Welcome” is waiting here.
              </p>
              <Link to="/settings">Set up your organisation</Link>
            </Empty>
          ) : (
            <ul className="rows" ref={list}>
              {rows.map((row) => (
                <Row row={row} key={row.campaignId} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function Row({ row }: { readonly row: CampaignRow }) {
  const { campaignId, name, state } = row;
  return (
    <li>
      <div className="row list-row">
        <Link to="/campaigns/$campaignId" params={{ campaignId }} {...rowLink}>
          {name}
        </Link>
        <span>
          <Chip tone={STATES[state].tone}>{STATES[state].words}</Chip>
        </span>
        <span className="small quiet">{sinceWords(row)}</span>
      </div>
    </li>
  );
}

/** When it goes on, else since when it is as it is. */
function sinceWords({ state, createdAt, launchedAt, startsAt, wakeAt }: CampaignRow): string {
  if (!launchedAt) return `begun ${date(createdAt)}`;
  if (state === "running" && startsAt && Date.parse(startsAt) > ServerClock.ms())
    return `starts ${when(startsAt)}`;
  if (state === "running" && wakeAt) return `next look ${when(wakeAt)}`;
  return `launched ${date(launchedAt)}`;
}
