import { Button } from "@mantine/core";
import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import type { KeyboardEvent } from "react";
import { Hint } from "../../../keys/hint.tsx";
import { useBuilding } from "../context.ts";
import { removeStep } from "../remove-step.ts";
import { ActionPanel } from "./action-panel.tsx";
import { BranchPanel } from "./branch-panel.tsx";
import { MailPanel } from "./mail-panel.tsx";
import { WaitPanel } from "./wait-panel.tsx";
import "./panel.css";

const TITLES: Readonly<Record<Step["kind"], string>> = {
  email: "Mail",
  wait: "Wait",
  branch: "Branch",
  action: "Act",
};

/** What the chosen step is made of. */
export function Panel({ step }: { readonly step: Step }) {
  const { build, readOnly } = useBuilding();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    build.choose(step.stepId);
  };
  return (
    <section
      className="step-panel"
      id="step-panel"
      aria-label={`${TITLES[step.kind]}, step`}
      onKeyDown={onKeyDown}
    >
      <h2>{TITLES[step.kind]}</h2>
      <fieldset className="panel-fields" disabled={readOnly} key={step.stepId}>
        <legend className="hidden">What this step is made of</legend>
        <Fields step={step} />
      </fieldset>
      {!readOnly && (
        <div className="acts panel-acts">
          <Hint of="step.up">
            <Button onClick={() => build.move(step.stepId, -1)}>Up</Button>
          </Hint>
          <Hint of="step.down">
            <Button onClick={() => build.move(step.stepId, 1)}>Down</Button>
          </Hint>
          <Hint of="step.duplicate">
            <Button onClick={() => build.duplicate(step.stepId)}>Duplicate</Button>
          </Hint>
          <Hint of="step.remove">
            <Button onClick={() => removeStep(build, step)}>Remove</Button>
          </Hint>
        </div>
      )}
    </section>
  );
}

function Fields({ step }: { readonly step: Step }) {
  switch (step.kind) {
    case "email":
      return <MailPanel step={step} />;
    case "wait":
      return <WaitPanel step={step} />;
    case "branch":
      return <BranchPanel step={step} />;
    case "action":
      return <ActionPanel step={step} />;
  }
}
