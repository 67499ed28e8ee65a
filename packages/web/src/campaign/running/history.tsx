import { Drawer } from "@mantine/core";
import type { History, Page } from "@perennial/core/campaign/views.ts";
import { useQuery } from "@tanstack/react-query";
import { Loaded } from "../../states/loaded.tsx";
import { dayAndTime } from "../../words/dates.ts";
import { people } from "../../words/numbers.ts";
import { mailsIn } from "../journey/tree.ts";
import { stepWords } from "../journey/words.ts";
import { campaignQueries } from "../queries.ts";

interface Props {
  readonly page: Page;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** What was done to the campaign, and its versions with who is still on them. */
export function HistoryDrawer({ page, opened, onClose }: Props) {
  const history = useQuery({ ...campaignQueries.history(page.campaign.campaignId), enabled: opened });
  return (
    <Drawer opened={opened} onClose={onClose} title="History" closeButtonProps={{ "aria-label": "Close" }}>
      <Loaded query={history} what="The history">
        {({ acts, versions }) => (
          <div className="history">
            <ol>
              {acts.map((act) => (
                <li key={`${act.at} ${act.act}`}>
                  <p>{actWords(act)}</p>
                  <p className="small quiet">{dayAndTime(act.at)}</p>
                </li>
              ))}
            </ol>
            {versions.map((version) => (
              <Version key={version.version} version={version} page={page} />
            ))}
          </div>
        )}
      </Loaded>
    </Drawer>
  );
}

const ACTS: Readonly<Record<string, string>> = {
  written: "saved it",
  launched: "launched it",
  paused: "paused it",
  resumed: "resumed it",
  stopped: "stopped it for good",
  taken_back: "took it back",
  started_now: "started it at once",
  failed: "It failed",
  finished: "It finished",
};

export function actWords({ act, by, version, failure }: History["acts"][number]): string {
  const words = ACTS[act] ?? act.replaceAll("_", " ");
  const what = act === "written" && version ? `saved version ${version}` : words;
  const sentence = by
    ? `${by} ${what}`
    : what.startsWith("It ")
      ? what
      : `It was ${what.replace(/ it\b/, "")}`;
  return failure ? `${sentence}: ${failure}` : `${sentence}.`;
}

interface VersionProps {
  readonly version: History["versions"][number];
  readonly page: Page;
}

function Version({ version: { version, at, by, steps, inside }, page: { templates } }: VersionProps) {
  return (
    <details>
      <summary>
        <strong>Version {version}</strong>{" "}
        <span className="small quiet">
          {by}, {dayAndTime(at)}; {inside === 0 ? "nobody is on it" : `${people(inside)} on it`}
        </span>
      </summary>
      <ol className="history-steps small">
        {steps.map((step) => (
          <li key={step.stepId}>{stepWords(step, templates, mailsIn(steps))}</li>
        ))}
      </ol>
    </details>
  );
}
