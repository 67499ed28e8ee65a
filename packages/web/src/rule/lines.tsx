import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import { AddLine } from "./add-line.tsx";
import { useEditing } from "./editing.ts";
import { Line, RemoveLine } from "./line.tsx";
import { type Group, isGroup, type Path } from "./tree.ts";
import { ChoiceWord } from "./words.tsx";

interface Props {
  readonly group: Group;
  readonly path: Path;
  /** Whether the group is turned around: none of its lines may hold. */
  readonly negated?: boolean;
  /** By line, where known. */
  readonly effects?: readonly (string | undefined)[];
  readonly onJoin: (line: Rule) => void;
}

const DEEPEST = 3;

/** The lines of a group under one "and" or "or" at its edge. */
export function Lines({ group, path, negated = false, effects = [], onJoin }: Props) {
  return (
    <div className="rule-group" data-depth={path.length}>
      <Joiner group={group} negated={negated} nested={path.length > 0} onJoin={onJoin} />
      <ul className="rule-lines">
        {group.rules
          .map((line, index) => ({ line, here: [...path, index], effect: effects[index] }))
          .map(({ line, here, effect }) => (
            <LineItem key={here.join(".")} line={line} path={here} effect={effect} />
          ))}
        <AddLine path={[...path, group.rules.length]} nests={path.length + 1 < DEEPEST} />
      </ul>
    </div>
  );
}

interface ItemProps {
  readonly line: Rule;
  readonly path: Path;
  readonly effect: string | undefined;
}

function LineItem({ line, path, effect }: ItemProps) {
  const { change } = useEditing();
  const inner = line.kind === "not" ? line.rule : line;
  return (
    <li
      className={isGroup(inner) ? "rule-line rule-nested" : "rule-line"}
      data-line={path.join(".")}
      tabIndex={-1}
    >
      {isGroup(inner) ? (
        <>
          <Lines
            group={inner}
            path={path}
            negated={line.kind === "not"}
            onJoin={(next) => change(path, next)}
          />
          {effect && <span className="rule-effect quiet small">{effect}</span>}
          <RemoveLine path={path} />
        </>
      ) : (
        <Line line={line} path={path} effect={effect} />
      )}
    </li>
  );
}

const JOINERS = ["and", "or", "none of"] as const;

interface JoinerProps {
  readonly group: Group;
  readonly negated: boolean;
  readonly nested: boolean;
  readonly onJoin: (line: Rule) => void;
}

/** "and" or "or", said once for all lines of the group. */
function Joiner({ group, negated, nested, onJoin }: JoinerProps) {
  const { readOnly } = useEditing();
  const joins = [
    { kind: "all", rules: group.rules },
    { kind: "any", rules: group.rules },
    { kind: "not", rule: { kind: "any", rules: group.rules } },
  ] as const;
  const value = group.kind === "all" ? (negated ? -1 : 0) : negated ? 2 : 1;
  if (!nested && group.rules.length < 2) return <span className="rule-joiner" />;
  return (
    <span className="rule-joiner">
      <ChoiceWord
        label="How the lines of this group belong together"
        value={value}
        options={nested ? JOINERS : JOINERS.slice(0, 2)}
        otherwise="not all of"
        readOnly={readOnly}
        onChoose={(index) => {
          const next = joins[index];
          if (next) onJoin(next);
        }}
      />
    </span>
  );
}
