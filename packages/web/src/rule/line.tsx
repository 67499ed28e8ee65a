import { clause } from "@perennial/core/rule/clauses.ts";
import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import { IconX } from "@tabler/icons-react";
import { useEditing } from "./editing.ts";
import { ObjectOf } from "./object.tsx";
import type { Path } from "./tree.ts";
import { conditionOf, verbAt, verbsOf } from "./verbs.ts";
import { ChoiceWord } from "./words.tsx";

interface Props {
  readonly line: Rule;
  readonly path: Path;
  /** How many it alone keeps out or lets in, said at the line's end. */
  readonly effect: string | undefined;
}

/** One line: a clause whose bold words are controls. */
export function Line({ line, path, effect }: Props) {
  const { change, label, readOnly } = useEditing();
  const found = conditionOf(line);
  if (!found) return null;
  const { condition, negated } = found;
  const verbs = verbsOf(condition);
  return (
    <>
      <div className="rule-clause">
        <ChoiceWord
          label="What is asked"
          value={verbAt(verbs, line, condition)}
          options={verbs.map(({ words }) => words)}
          otherwise={clause(condition, negated, label)}
          readOnly={readOnly}
          onChoose={(index) => {
            const verb = verbs[index];
            if (verb) change(path, verb.make(condition));
          }}
        />{" "}
        <ObjectOf
          condition={condition}
          onChange={(next) => change(path, line.kind === "not" ? { kind: "not", rule: next } : next)}
        />
      </div>
      {effect && <span className="rule-effect quiet small">{effect}</span>}
      <RemoveLine path={path} />
    </>
  );
}

/** Shown when the line is pointed at; always where nothing can point. */
export function RemoveLine({ path }: { readonly path: Path }) {
  const { remove, readOnly } = useEditing();
  if (readOnly) return null;
  return (
    <button type="button" className="rule-remove" aria-label="Remove this line" onClick={() => remove(path)}>
      <IconX size={14} stroke={1.5} aria-hidden="true" />
    </button>
  );
}
