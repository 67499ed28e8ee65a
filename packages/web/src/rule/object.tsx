import type { Condition } from "@perennial/core/rule/rule.schema.ts";
import { useEditing } from "./editing.ts";
import { ValueWord } from "./value-word.tsx";
import { DayWord, NumberWord, TextWord } from "./words.tsx";

interface Props<C = Condition> {
  readonly condition: C;
  readonly onChange: (condition: Condition) => void;
}
type Of<K extends Condition["kind"]> = Extract<Condition, { kind: K }>;

/** What stands after the verb. */
export function ObjectOf({ condition, onChange }: Props) {
  const { facts, readOnly } = useEditing();
  switch (condition.kind) {
    case "set":
      return (
        <ValueWord
          row={facts.find(({ fact, kind }) => fact === condition.fact && kind === "set")}
          fact={condition.fact}
          values={condition.values}
          joined={condition.op === "all_of" ? "and" : "or"}
          onChoose={(values) => onChange({ ...condition, values })}
        />
      );
    case "text":
      return (
        <TextWord
          label="Text"
          value={condition.value}
          readOnly={readOnly}
          onType={(value) => onChange({ ...condition, value })}
        />
      );
    case "number":
      return <Years condition={condition} onChange={onChange} />;
    case "date":
      return <When condition={condition} onChange={onChange} />;
    case "happened":
      return condition.days === undefined ? null : (
        <Days days={condition.days} onType={(days) => onChange({ ...condition, days })} />
      );
    case "known":
      return null;
  }
}

function Years({ condition, onChange }: Props<Of<"number">>) {
  const { readOnly } = useEditing();
  const { op, value, to = value } = condition;
  const limits = { min: 0, max: 70, readOnly };
  return (
    <>
      <NumberWord
        {...limits}
        label="Years"
        value={value}
        onType={(years) =>
          onChange({ ...condition, value: years, ...(op === "between" ? { to: Math.max(to, years) } : {}) })
        }
      />
      {op === "between" && (
        <>
          {" and "}
          <NumberWord
            {...limits}
            min={value}
            label="Years at most"
            value={to}
            onType={(years) => onChange({ ...condition, to: years })}
          />
        </>
      )}
      {" years of experience"}
    </>
  );
}

function When({ condition, onChange }: Props<Of<"date">>) {
  const { readOnly } = useEditing();
  if (condition.op === "before" || condition.op === "after")
    return (
      <DayWord
        label="Day"
        value={condition.day ?? ""}
        readOnly={readOnly}
        onType={(day) => {
          const { day: _, ...rest } = condition;
          onChange(day === "" ? rest : { ...rest, day });
        }}
      />
    );
  return <Days days={condition.days ?? 30} onType={(days) => onChange({ ...condition, days })} />;
}

function Days({ days, onType }: { readonly days: number; readonly onType: (days: number) => void }) {
  const { readOnly } = useEditing();
  return (
    <>
      <NumberWord label="Days" value={days} min={1} max={3650} readOnly={readOnly} onType={onType} />
      {days === 1 ? " day" : " days"}
    </>
  );
}
