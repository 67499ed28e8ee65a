import { share } from "../figure/rate.ts";
import { Sparkline } from "../figure/sparkline.tsx";
import { SplitBar } from "../figure/split-bar.tsx";
import { Section } from "../frame/page.tsx";
import { days } from "./samples.ts";

const SHARES = [
  [0, 0],
  [7, 12],
  [611, 986],
  [3, 1204],
] as const;

export function FigureSpecimens() {
  return (
    <Section title="Figures">
      {SHARES.map(([part, whole]) => (
        <p key={whole}>{share(part, whole)}</p>
      ))}
      <Sparkline values={days} label="An example" />
      <Sparkline values={[2, 2, 2]} label="A flat example" />
      <SplitBar
        parts={[
          { kind: "finished", value: 611 },
          { kind: "waiting", value: 214 },
          { kind: "stopped", value: 61 },
        ]}
      />
    </Section>
  );
}
