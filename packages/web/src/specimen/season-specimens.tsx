import { Section } from "../frame/page.tsx";
import { GlyphMark } from "../person/timeline/glyph.tsx";
import { SeasonLine } from "../season/season-line.tsx";
import { SeasonStrip } from "../season/season-strip.tsx";
import { lines } from "./samples.ts";

const GLYPHS = ["joined", "clicked", "replied", "sent", "permission", "note", "machine", "dot"] as const;

export function SeasonSpecimens() {
  return (
    <Section title="Season line">
      <ul>
        {lines.map(({ title, line }) => (
          <li key={title} className="acts">
            <SeasonLine line={line} /> <span className="small">{title}</span>
          </li>
        ))}
      </ul>
      {lines.slice(0, 4).map(({ title, line }) => (
        <SeasonStrip key={title} line={line} />
      ))}
      <p className="acts small">
        {GLYPHS.map((glyph) => (
          <span key={glyph} className="acts">
            <GlyphMark of={glyph} /> {glyph}
          </span>
        ))}
      </p>
    </Section>
  );
}
