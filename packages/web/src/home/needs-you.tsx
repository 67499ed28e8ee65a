import type { Home, Need } from "@perennial/core/home/home.view.ts";
import { Link } from "@tanstack/react-router";
import { Section } from "../frame/page.tsx";
import { rowLink } from "../list/use-list-keys.ts";
import { NeedAct } from "./need-act.tsx";
import { needWords } from "./words.ts";

/** What waits for somebody: gaps in the settings first, then tasks, notices and whatever stands still, each with one act. */
export function NeedsYou({ missing, needs }: Pick<Home, "missing" | "needs">) {
  return (
    <Section title="Needs you">
      <ul className="rows">
        {missing.map(({ field, message }) => (
          <li key={field}>
            <div className="row need-row">
              <span>{message}</span>
              <Link
                to="/settings"
                hash={field}
                className="need-act"
                aria-label={`Add it: ${message}`}
                {...rowLink}
              >
                Add it
              </Link>
            </div>
          </li>
        ))}
        {needs.map((need) => (
          <li key={keyOf(need)}>
            <div className="row need-row">
              <span>{needWords(need)}</span>
              <NeedAct need={need} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function keyOf(need: Need): string {
  if ("taskId" in need) return need.taskId;
  if ("importId" in need) return need.importId;
  return "campaignId" in need ? `${need.kind} ${need.campaignId}` : need.kind;
}
