import type { Home } from "@perennial/core/home/home.view.ts";
import { Link } from "@tanstack/react-router";
import { SplitBar } from "../figure/split-bar.tsx";
import { Section } from "../frame/page.tsx";
import { rowLink } from "../list/use-list-keys.ts";
import { nextWords } from "./words.ts";

type Run = Home["running"][number];

/** One line a campaign: how far its people are, and what comes next. */
export function Running({ running }: { readonly running: readonly Run[] }) {
  return (
    <Section title="Running">
      <ul className="rows">
        {running.map((run) => (
          <li key={run.campaignId}>
            <div className={run.state === "running" ? "row run-row" : "row run-row attention"}>
              <Link to="/campaigns/$campaignId" params={{ campaignId: run.campaignId }} {...rowLink}>
                {run.name}
              </Link>
              <SplitBar
                parts={[
                  { kind: "finished", value: run.finished },
                  { kind: "waiting", value: run.active },
                  { kind: "stopped", value: run.stopped },
                ]}
              />
              <span className="run-next small quiet">{nextWords(run)}</span>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
