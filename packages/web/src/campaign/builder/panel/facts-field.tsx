import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import { useQuery } from "@tanstack/react-query";
import { queries } from "../../../api/queries.ts";
import { RuleField } from "../../../rule/rule-field.tsx";
import { useBuilding } from "../context.ts";

interface Props {
  readonly rule: Rule;
  readonly set: (rule: Rule) => void;
}

/** A rule over what is known of her, edited as in a segment. */
export function FactsField({ rule, set }: Props) {
  const { readOnly } = useBuilding();
  const { data } = useQuery(queries.facts);
  return (
    <div className="panel-field">
      <p className="panel-label">“Yes” is for people</p>
      <RuleField rule={rule} onChange={set} facts={data?.facts ?? []} readOnly={readOnly} />
    </div>
  );
}
