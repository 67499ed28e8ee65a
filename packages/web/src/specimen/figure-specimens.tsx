import { MailsPerDay } from "../campaign/mails-per-day/mails-per-day.tsx";
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

const MAILS = [
  { day: "2026-11-20", sent: 420, planned: 0 },
  { day: "2026-11-25", sent: 210, planned: 140 },
  { day: "2026-12-02", sent: 0, planned: 300 },
] as const;

export function FigureSpecimens() {
  return (
    <Section title="Figures">
      {SHARES.map(([part, whole]) => (
        <p key={whole}>{share(part, whole)}</p>
      ))}
      <Sparkline values={days} label="An example" />
      <MailsPerDay days={MAILS} today="2026-11-25" open={[1, 2, 3, 4, 5]} />
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
