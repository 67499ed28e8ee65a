import type { Gap, Rung } from "@perennial/core/segment/views.ts";
import { IconChevronRight } from "@tabler/icons-react";
import { Because } from "../because/because.tsx";
import { reasonWords } from "../because/reasons.ts";
import { number } from "../words/numbers.ts";
import { counted, LEFT, RUNGS, rough } from "./words.ts";

/** match, may be written to, would get mail: three bars, and between them who falls out and why. */
export function Ladder({ ladder }: { readonly ladder: readonly Rung[] }) {
  const whole = Math.max(1, ladder[0]?.people.count ?? 1);
  return (
    <section className="ladder" aria-label="From matching to getting mail">
      {ladder.map((rung) => (
        <div key={rung.rung}>
          <Left rung={rung} />
          <p className="ladder-rung">
            <span className="ladder-bar" aria-hidden="true">
              <span style={{ width: `${(100 * rung.people.count) / whole}%` }} />
            </span>
            <strong>{counted(rung.people)}</strong>
            <span className="quiet">{RUNGS[rung.rung]}</span>
          </p>
        </div>
      ))}
    </section>
  );
}

function Left({ rung: { rung, gaps, people: on } }: { readonly rung: Rung }) {
  const left = gaps.reduce((sum, { count }) => sum + count, 0);
  if (left === 0) return null;
  const many = (count: number) => (on.exact ? number(count) : `≈ ${number(rough(count))}`);
  return (
    <details className="ladder-gap">
      <summary className="small quiet">
        {many(left)} {LEFT[rung]}
        <IconChevronRight size={14} stroke={1.5} aria-hidden="true" />
      </summary>
      {gaps.map((gap) => (
        <Reason gap={gap} many={many(gap.count)} key={gap.words} />
      ))}
    </details>
  );
}

function Reason({ gap: { code, words }, many }: { readonly gap: Gap; readonly many: string }) {
  const { chip, tone, rule } = reasonWords(code, {});
  return <Because chip={chip} tone={tone} sentence={`${many} ${words}.`} rule={rule} inputs={{ code }} />;
}
