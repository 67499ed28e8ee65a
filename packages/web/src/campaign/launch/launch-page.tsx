import type { LaunchPage as Data } from "@perennial/core/campaign/views.ts";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { queries } from "../../api/queries.ts";
import { Loaded } from "../../states/loaded.tsx";
import { campaignQueries } from "../queries.ts";
import { Audience } from "./audience.tsx";
import { Calendar } from "./calendar.tsx";
import { LaunchButton } from "./launch-button.tsx";
import { Rules } from "./rules.tsx";
import { launchSentence } from "./words.ts";
import "../table.css";
import "./launch.css";

const route = getRouteApi("/app/campaigns/$campaignId/launch");

/** Everything a launch would do, on one page that can be printed, and the one button. */
export function LaunchPage() {
  const { campaignId } = route.useParams();
  const { data: campaign } = useQuery({ ...queries.campaign(campaignId), refetchInterval: false });
  const page = useQuery({
    ...campaignQueries.launchPage(campaignId, campaign?.campaign.revision ?? 0),
    enabled: campaign !== undefined,
  });
  return (
    <div className="page launch-page">
      <p className="small launch-back">
        <Link to="/campaigns/$campaignId/edit" params={{ campaignId }}>
          Back to the steps
        </Link>
      </p>
      <Loaded query={page} what="What a launch would do">
        {(data) => <Whole page={data} />}
      </Loaded>
    </div>
  );
}

function Whole({ page }: { readonly page: Data }) {
  const { campaign, warnings } = page;
  return (
    <>
      <title>{`Launch ${campaign.name} · Perennial`}</title>
      <header className="launch-head">
        <h1>{campaign.name}</h1>
        <p className="big">{launchSentence(page)}</p>
      </header>
      <LaunchButton page={page} />
      {warnings.length > 0 && (
        <ul className="launch-warnings" aria-label="To know before">
          {warnings.map(({ code, message, href }) => (
            <li key={`${code} ${message}`}>
              {message} <a href={href}>See</a>
            </li>
          ))}
        </ul>
      )}
      <Audience page={page} />
      <Calendar page={page} />
      <Rules page={page} />
    </>
  );
}
