import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import type { FactRow } from "@perennial/core/segment/views.ts";
import { useState } from "react";
import { RuleEditor } from "./rule-editor.tsx";
import { written } from "./tree.ts";

interface Props {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  readonly facts: readonly FactRow[];
  readonly readOnly?: boolean;
}

/** A rule within something that is saved by itself: lines that say nothing yet stay here and are not told. */
export function RuleField({ rule, onChange, facts, readOnly = false }: Props) {
  const [typed, setTyped] = useState(rule);
  const isMine = JSON.stringify(written(typed)) === JSON.stringify(written(rule));
  const change = (next: Rule) => {
    setTyped(next);
    if (JSON.stringify(written(next)) !== JSON.stringify(rule)) onChange(written(next));
  };
  return <RuleEditor rule={isMine ? typed : rule} onChange={change} facts={facts} readOnly={readOnly} />;
}
