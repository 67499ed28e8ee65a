import { Button, Popover } from "@mantine/core";
import type { Blocker } from "@perennial/core/campaign/views.ts";
import { useRouter } from "@tanstack/react-router";
import { count } from "../../words/numbers.ts";
import type { Builder } from "./use-builder.ts";

interface Fix {
  readonly key: string;
  readonly words: string;
  readonly go: (() => void) | undefined;
}

interface Props {
  readonly builder: Builder;
  readonly blockers: readonly Blocker[];
}

/** "2 things to fix": what the draft lacks, and what else stands in the way of a launch; each leads to where it is mended. */
export function Fixes({ builder, blockers }: Props) {
  const fixes = useFixes(builder, blockers);
  if (fixes.length === 0) return null;
  return (
    <Popover position="top-end" width={360}>
      <Popover.Target>
        <Button className="foot-fixes">{count(fixes.length, "thing to fix", "things to fix")}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className="fixes">
          {fixes.map(({ key, words, go }) => (
            <li key={key}>
              {go ? (
                <button type="button" className="text-button" onClick={go}>
                  {words}
                </button>
              ) : (
                words
              )}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function useFixes({ building, lacks, draft }: Builder, blockers: readonly Blocker[]): Fix[] {
  const { history } = useRouter();
  const own = lacks.map((words, index): Fix => {
    const gap = building.gaps.find((one) => one.words === words);
    return { key: `${index} ${words}`, words, go: gap && (() => building.show(gap.stepId)) };
  });
  // What the saved version lacks may be mended in the draft already.
  if (draft.dirty || lacks.length > 0) return own;
  return blockers.map(({ code, message, href, stepId }) => ({
    key: `${code} ${message}`,
    words: message,
    go: () => (stepId ? building.show(stepId) : history.push(href)),
  }));
}
