import { Select } from "@mantine/core";
import type { WaitStep } from "@perennial/core/campaign/campaign.schema.ts";
import { weekdayAndDay } from "../../../words/dates.ts";
import { after, isoDay } from "../../journey/calendar.ts";
import { useBuilding } from "../context.ts";
import { NumberField } from "./number-field.tsx";

const UNITS = [
  { value: "hours", label: "hours" },
  { value: "days", label: "days" },
  { value: "business_days", label: "business days" },
] as const satisfies readonly { value: WaitStep["unit"]; label: string }[];

/** How long, as a sentence, and what day that leads to. */
export function WaitPanel({ step }: { readonly step: WaitStep }) {
  const { build, calendar } = useBuilding();
  const from = calendar.get(step.stepId)?.from;
  const unitOf = (value: string | null) => UNITS.find((unit) => unit.value === value)?.value ?? step.unit;
  return (
    <>
      <div className="sentence">
        <span>Wait</span>
        <NumberField
          aria-label="How long"
          w={80}
          min={1}
          max={365}
          value={step.amount}
          onChange={(amount) => build.change({ ...step, amount })}
        />
        <Select
          aria-label="Of what"
          w={160}
          data={UNITS}
          allowDeselect={false}
          value={step.unit}
          onChange={(unit) => build.change({ ...step, unit: unitOf(unit) })}
        />
      </div>
      {from !== undefined && (
        <p className="small quiet">
          Whoever comes here on {weekdayAndDay(isoDay(from))} moves on{" "}
          {weekdayAndDay(isoDay(after(from, step)))}.
        </p>
      )}
      <p className="small quiet">
        Business days are Monday to Friday. A mail that falls due outside the sending hours leaves when they
        begin again.
      </p>
    </>
  );
}
