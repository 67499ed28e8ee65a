import type { Facts, Happenings } from "../facts/facts.schema.ts";
import * as Gate from "../gate/index.ts";
import type * as Rule from "../rule/index.ts";
import type { Question } from "./question.ts";

/** What came of asking about one person. */
export interface Answer {
  readonly facts: Facts;
  /** Line by line. */
  readonly truths: readonly Rule.Truth[];
  readonly truth: Rule.Truth;
  readonly gate?: Gate.Info;
}

/**
 * Asks about people of the roster. Gates are read only for those whom the roster leaves open. With `slack` also for those whom one
 * line alone decides, so that it can be told how many each line keeps out.
 */
export async function ask(people: readonly Facts[], question: Question, slack: 0 | 1): Promise<Answer[]> {
  const answers = people.map((facts) => answer(facts, question));
  const open = answers.filter((one) => isOpen(one, question, slack)).map(({ facts }) => facts.candidateId);
  if (open.length === 0) return answers;
  const gates = await Gate.readMany(open);
  return answers.map((one) => {
    const gate = gates.get(one.facts.candidateId);
    if (!gate) return one;
    return { ...answer(one.facts, question, Gate.happenings(gate, question.now)), gate };
  });
}

function answer(facts: Facts, { lines, deciding, now }: Question, happenings?: Happenings): Answer {
  const truths = lines.map(({ holds }) => holds(facts, happenings, now));
  if (truths.includes(deciding)) return { facts, truths, truth: deciding };
  return { facts, truths, truth: truths.includes(undefined) ? undefined : !deciding };
}

function isOpen({ truths }: Answer, { lines, deciding }: Question, slack: 0 | 1): boolean {
  const decided = truths.filter((truth) => truth === deciding).length;
  return decided <= slack && lines.some(({ needsGate }, line) => needsGate && truths[line] === undefined);
}
