import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { Step } from "@perennial/core/campaign/campaign.schema.ts";
import { useBuilding } from "../context.ts";
import { isNarrow, NARROW } from "../narrow.ts";
import { Panel } from "./panel.tsx";

/** The panel of the chosen step: beside the steps, or over them where there is no room. */
export function PanelSide({ step }: { readonly step: Step | undefined }) {
  const { build } = useBuilding();
  const narrow = useMediaQuery(NARROW, isNarrow());
  if (!narrow) return <div className="panel-side">{step && <Panel step={step} />}</div>;
  return (
    <Drawer
      opened={step !== undefined}
      onClose={() => build.choose(undefined)}
      title="Step"
      className="panel-drawer"
      closeButtonProps={{ "aria-label": "Close" }}
    >
      {step && <Panel step={step} />}
    </Drawer>
  );
}
