import type { FactRow } from "@perennial/core/segment/views.ts";
import { matches } from "../words/match.ts";
import { number } from "../words/numbers.ts";
import { type Editing, useEditing } from "./editing.ts";
import { type Option, Picker } from "./picker.tsx";

interface Props {
  readonly row: FactRow | undefined;
  readonly fact: string;
  readonly values: readonly string[];
  readonly joined: "and" | "or";
  readonly onChoose: (values: string[]) => void;
}

/** The values of a line, as one bold word; opens the values there are, each with how many people have it. */
export function ValueWord({ row, fact, values, joined, onChoose }: Props) {
  const { label, readOnly } = useEditing();
  const toggle = (value: string) =>
    onChoose(values.includes(value) ? values.filter((one) => one !== value) : [...values, value]);
  const isBlank = values.length === 0;
  const words = values.map((value) => label(fact, value));
  return (
    <Picker
      label="Values"
      placeholder="Search"
      width={300}
      options={(typed) => offered(row, values, typed, label)}
      onPick={toggle}
      stays
      opens={isBlank}
      disabled={readOnly}
      className={isBlank ? "rule-word rule-blank" : "rule-word"}
    >
      {isBlank ? "choose…" : joinedBy(joined, words)}
    </Picker>
  );
}

/** Facts of which nobody may make up a value. */
const CLOSED: ReadonlySet<string> = new Set([
  "stage",
  "standing",
  "permission",
  "locale",
  "owner",
  "source",
  "country",
]);

/** What is chosen, then what fits what was typed, then what was typed itself where any word will do. */
function offered(
  row: FactRow | undefined,
  chosen: readonly string[],
  typed: string,
  label: Editing["label"],
): Option[] {
  const known = row?.values ?? [];
  const fact = row?.fact ?? "";
  const option = (value: string, words: string, count?: number): Option => ({
    id: value,
    words,
    detail: count === undefined ? "" : number(count),
    chosen: chosen.includes(value),
  });
  const others = chosen.filter((value) => !known.some((one) => one.value === value));
  const all = [
    ...others.map((value) => option(value, label(fact, value))),
    ...known.map(({ value, label: words = value, count }) => option(value, words, count)),
  ];
  const fitting = all.filter(({ words }) => matches(typed, words));
  const word = typed.trim();
  const isNew = word !== "" && !all.some(({ words }) => words.toLowerCase() === word.toLowerCase());
  return isNew && !CLOSED.has(fact) ? [...fitting, option(word, `“${word}”`)] : fitting;
}

const joinedBy = (by: "and" | "or", words: readonly string[]) =>
  words.map((word, index) => (
    <span key={word}>
      {index > 0 && <span className="rule-plain"> {by} </span>}
      <span className="rule-value">{word}</span>
    </span>
  ));
