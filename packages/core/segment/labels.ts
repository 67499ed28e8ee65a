import * as Form from "../form/index.ts";
import { type Label, plainLabel } from "../rule/clauses.ts";
import * as Team from "../team/index.ts";

/** What values of facts are called here: forms by their names, colleagues by theirs. */
export async function labels(): Promise<Label> {
  const [{ forms }, { recruiters }] = await Promise.all([Form.list(), Team.list()]);
  const names = new Map<string, string>([
    ...forms.map(({ formId, name }) => [`source form:${formId}`, name] as const),
    ...recruiters.map(({ recruiterId, name }) => [`owner ${recruiterId}`, name] as const),
  ]);
  return (fact, value) => names.get(`${fact} ${value}`) ?? plainLabel(fact, value);
}
