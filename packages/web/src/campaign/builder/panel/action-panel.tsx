import { Select, TextInput } from "@mantine/core";
import type { ActionStep, Deed } from "@perennial/core/campaign/campaign.schema.ts";
import { Stage } from "../../journey/stages.ts";
import { STAGES } from "../../journey/words.ts";
import { useBuilding } from "../context.ts";
import { NumberField } from "./number-field.tsx";

const DEEDS = [
  { value: "tag", label: "Add a tag" },
  { value: "untag", label: "Take a tag away" },
  { value: "stage", label: "Move to a stage" },
  { value: "notify", label: "Tell the owner" },
  { value: "task", label: "Give the owner a task" },
] as const satisfies readonly { value: Deed["do"]; label: string }[];

/** What is done other than writing to her. */
export function ActionPanel({ step }: { readonly step: ActionStep }) {
  const { build } = useBuilding();
  const set = (deed: Deed) => build.change({ ...step, deed });
  return (
    <>
      <Select
        label="What is done"
        data={DEEDS}
        allowDeselect={false}
        value={step.deed.do}
        onChange={(value) => set(begun(value))}
      />
      <DeedFields deed={step.deed} set={set} />
      <p className="small quiet">It is done once for each person who comes here. The person is not told.</p>
    </>
  );
}

function begun(value: string | null): Deed {
  switch (value) {
    case "stage":
      return { do: "stage", stage: "engaged" };
    case "notify":
      return { do: "notify", words: "" };
    case "task":
      return { do: "task", words: "", days: 3 };
    case "untag":
      return { do: "untag", tag: "" };
    default:
      return { do: "tag", tag: "" };
  }
}

interface FieldsProps {
  readonly deed: Deed;
  readonly set: (deed: Deed) => void;
}

function DeedFields({ deed, set }: FieldsProps) {
  if (deed.do === "stage") {
    const stageOf = (value: string | null) => Stage.find((stage) => stage === value) ?? deed.stage;
    return (
      <Select
        label="Stage"
        data={Stage.map((stage) => ({ value: stage, label: STAGES[stage] }))}
        allowDeselect={false}
        value={deed.stage}
        onChange={(stage) => set({ ...deed, stage: stageOf(stage) })}
      />
    );
  }
  if (deed.do === "tag" || deed.do === "untag")
    return (
      <TextInput
        label="Tag"
        value={deed.tag}
        maxLength={80}
        onChange={({ currentTarget }) => set({ ...deed, tag: currentTarget.value })}
      />
    );
  return (
    <>
      <TextInput
        label={deed.do === "task" ? "What is to be done" : "What is to be said"}
        description="Only colleagues read it."
        value={deed.words}
        maxLength={200}
        onChange={({ currentTarget }) => set({ ...deed, words: currentTarget.value })}
      />
      {deed.do === "task" && (
        <NumberField
          label="Due after days"
          min={0}
          max={365}
          value={deed.days}
          onChange={(days) => set({ ...deed, days })}
        />
      )}
    </>
  );
}
