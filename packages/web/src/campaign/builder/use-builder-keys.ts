import type { Info } from "@perennial/core/campaign/campaign.schema.ts";
import { useNavigate } from "@tanstack/react-router";
import { useCommands } from "../../keys/provider.tsx";
import { find } from "../journey/tree.ts";
import { removeStep } from "./remove-step.ts";
import type { Builder } from "./use-builder.ts";

/** The step whose row has the focus. */
const pointedAt = () => document.activeElement?.closest<HTMLElement>("[data-step]")?.dataset.step;

/** In the panel the keys are those of what stands in it. */
const inPanel = () => document.activeElement?.closest("#step-panel") !== null;

/** Every key of the builder but those of the chosen mail. */
export function useBuilderKeys({ building, saving, draft }: Builder, campaign: Info | undefined) {
  const navigate = useNavigate();
  const { build, readOnly } = building;
  const onStep = (run: (stepId: string) => void) => () => {
    const stepId = pointedAt() ?? build.chosen;
    if (stepId && !inPanel()) run(stepId);
  };
  const remove = onStep((stepId) => {
    const step = find(build.steps, stepId);
    if (step) removeStep(build, step);
  });
  const writing = !readOnly;
  const params = campaign && { campaignId: campaign.campaignId };
  const launchPage = () => {
    if (draft.dirty) saving.submit();
    if (params) void navigate({ to: "/campaigns/$campaignId/launch", params });
  };
  useCommands({
    "step.add": writing ? () => build.addAfter(pointedAt() ?? build.chosen) : undefined,
    "step.up": writing ? onStep((stepId) => build.move(stepId, -1)) : undefined,
    "step.down": writing ? onStep((stepId) => build.move(stepId, 1)) : undefined,
    "step.duplicate": writing ? onStep(build.duplicate) : undefined,
    "step.remove": writing ? remove : undefined,
    "campaign.dry-run": params
      ? () => void navigate({ to: "/campaigns/$campaignId/dry-run", params })
      : undefined,
    "campaign.launch-page": campaign?.state === "draft" ? launchPage : undefined,
  });
}
