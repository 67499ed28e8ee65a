import type { Page } from "@perennial/core/campaign/views.ts";
import { useRef } from "react";
import { useCommands } from "../../../keys/provider.tsx";
import { FlowProvider } from "./context.ts";
import { End } from "./end.tsx";
import { FlowLane } from "./flow-lane.tsx";
import { Old } from "./old.tsx";
import { streamsOf } from "./streams.ts";
import "./flow.css";

const NODES = "[data-flow]";

/** The steps turned on their side: how many wait before each on a bar, bands of those who went on, and below who left and why. */
export function Flow({ page }: { readonly page: Page }) {
  const box = useRef<HTMLDivElement>(null);
  const walk = (by: 1 | -1) => {
    const nodes: (Element | null)[] = [...(box.current?.querySelectorAll(NODES) ?? [])];
    const here = nodes.indexOf(document.activeElement);
    const next = nodes[here < 0 ? 0 : Math.min(Math.max(here + by, 0), nodes.length - 1)];
    if (next instanceof HTMLElement) next.focus();
  };
  useCommands({ "flow.next": () => walk(1), "flow.previous": () => walk(-1) });
  const { campaign, people, steps } = page;
  const streams = streamsOf(campaign.steps, steps, people.entered);
  const tallest = Math.max(1, people.entered);
  return (
    <FlowProvider value={{ page, streams, tallest }}>
      <section className="flow" aria-label="Who is where" ref={box}>
        <div className="flow-scroll">
          <FlowLane steps={campaign.steps} />
          <End />
        </div>
        <Old />
      </section>
    </FlowProvider>
  );
}
