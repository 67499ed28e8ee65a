import { clause } from "@perennial/core/rule/clauses.ts";
import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import type { FactRow } from "@perennial/core/segment/views.ts";
import { useMemo, useRef } from "react";
import { undoable } from "../acts/index.tsx";
import { type Editing, EditingContext } from "./editing.ts";
import { labelOf } from "./labels.ts";
import { Lines } from "./lines.tsx";
import { asGroup, at, type Group, insert, isGroup, type Path, put } from "./tree.ts";
import { useRuleKeys } from "./use-rule-keys.ts";
import { conditionOf } from "./verbs.ts";
import "./rule.css";

interface Props {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  readonly facts: readonly FactRow[];
  readonly readOnly?: boolean;
  /** What each outermost line alone does, said at its end. */
  readonly effects?: readonly (string | undefined)[];
  /** Whether the keys of rules act here: `a`, backspace, alt with the arrows. */
  readonly keys?: boolean;
}

/** A rule as a sentence that can be edited: each bold word is a control. */
export function RuleEditor({ rule, onChange, facts, readOnly = false, effects, keys = false }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const group = asGroup(rule);
  const latest = useRef(group);
  latest.current = group;
  const label = useMemo(() => labelOf(facts), [facts]);
  const editing = editingOf({ facts, readOnly, label, latest, onChange, root });
  useRuleKeys(root, latest, onChange, editing, keys && !readOnly);
  return (
    <EditingContext value={editing}>
      <div className="rule" ref={root}>
        <Lines group={group} path={[]} onJoin={onChange} {...(effects ? { effects } : {})} />
      </div>
    </EditingContext>
  );
}

interface Parts extends Pick<Editing, "facts" | "readOnly" | "label"> {
  readonly latest: { readonly current: Group };
  readonly onChange: (rule: Rule) => void;
  readonly root: { readonly current: HTMLElement | null };
}

function editingOf({ latest, onChange, root, ...shown }: Parts): Editing {
  return {
    ...shown,
    change: (path, line) => onChange(put(latest.current, path, line)),
    remove(path) {
      const line = at(latest.current, path);
      if (!line) return;
      onChange(put(latest.current, path, undefined));
      const back = async () => onChange(insert(latest.current, path, line));
      undoable({ words: `Removed: ${saying(line, shown.label)}`, undo: back });
    },
    add(path, line) {
      onChange(insert(latest.current, path, line));
      requestAnimationFrame(() => focusLine(root.current, path));
    },
  };
}

function saying(line: Rule, label: Editing["label"]): string {
  const found = conditionOf(line);
  if (found) return clause(found.condition, found.negated, label);
  return isGroup(line) || line.kind === "not" ? "a group of conditions" : "a line";
}

/** To the first word of a line that is there now; where a value is asked for at once, that takes the focus by itself. */
function focusLine(root: HTMLElement | null, path: Path) {
  const line = root?.querySelector<HTMLElement>(`[data-line="${path.join(".")}"]`);
  if (!line || line.querySelector(".rule-blank")) return;
  (line.querySelector<HTMLElement>(".rule-word, [data-add]") ?? line).focus();
}
