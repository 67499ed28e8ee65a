import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import { words } from "@perennial/core/rule/words.ts";
import type { UseQueryResult } from "@tanstack/react-query";
import type { Output } from "../api/routes.ts";
import { labelOf } from "../rule/labels.ts";
import { RuleEditor } from "../rule/rule-editor.tsx";
import { asGroup, numbered, written } from "../rule/tree.ts";
import { Loaded } from "../states/loaded.tsx";
import type { Found } from "./use-found.ts";
import { effect } from "./words.ts";

interface Props {
  readonly rule: Rule;
  readonly facts: UseQueryResult<Output<"GET /v1/facts">>;
  readonly found: Found;
  readonly readOnly: boolean;
  readonly onChange: (rule: Rule) => void;
}

/** The rule as a sentence to edit, and under it read out as a whole. */
export function Sentence({ rule, facts, found, readOnly, onChange }: Props) {
  return (
    <section className="section segment-rule" aria-label="Rule">
      <h2>People</h2>
      <Loaded query={facts} what="What rules can ask about">
        {({ facts: rows }) => (
          <>
            <RuleEditor
              rule={rule}
              onChange={onChange}
              facts={rows}
              readOnly={readOnly}
              effects={effectsOf(rule, found)}
              keys
            />
            <p className="segment-reading quiet">{words(written(rule), labelOf(rows))}</p>
          </>
        )}
      </Loaded>
    </section>
  );
}

/** What each line alone does; nothing while that was counted of other lines. */
function effectsOf(rule: Rule, { preview, stale }: Found): (string | undefined)[] {
  const group = asGroup(rule);
  const places = numbered(group);
  const sent = places.filter((place) => place !== undefined).length;
  if (!preview || stale || preview.lines.length !== sent || sent < 2) return [];
  return places.map((place) => {
    const line = place === undefined ? undefined : preview.lines[place];
    return line && effect(line, group.kind);
  });
}
