import { Select } from "@mantine/core";
import type { EmailStep } from "@perennial/core/campaign/campaign.schema.ts";
import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import { mailName } from "../../journey/words.ts";
import { useBuilding } from "../context.ts";

interface Props {
  readonly rule: Rule;
  readonly mails: readonly EmailStep[];
  readonly set: (rule: Rule) => void;
}

/** "Has she clicked this mail": one of those she has got by then. */
export function ClickedField({ rule, mails, set }: Props) {
  const { names } = useBuilding();
  return (
    <Select
      label="“Yes” is for who clicked a link in"
      description="Clicks of mail scanners do not count. Give people time: put a wait before the branch."
      data={mails.map(({ stepId, templateId }, index) => ({
        value: stepId,
        label: `${index + 1}. ${mailName(names, templateId)}`,
      }))}
      allowDeselect={false}
      value={rule.kind === "happened" ? (rule.stepId ?? null) : null}
      onChange={(stepId) => stepId && set({ kind: "happened", what: "clicked", stepId })}
    />
  );
}
