import { useId } from "react";
import { HatchPattern } from "../../season/marks.tsx";
import type { Glyph } from "./moments.ts";
import "../../season/season.css";

/** The marks of the season line as they stand in the timeline. */
export function GlyphMark({ of }: { readonly of: Glyph }) {
  const hatch = useId();
  return (
    <svg className="glyph" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      {of === "joined" && <path className="season-human" d="M8 2l6 6-6 6-6-6z" />}
      {of === "clicked" && <circle className="season-human" cx="8" cy="8" r="5" />}
      {of === "replied" && <rect className="season-human" x="3" y="3" width="10" height="10" />}
      {of === "sent" && <rect className="season-sent" x="6" y="3" width="4" height="10" rx="2" />}
      {of === "permission" && <path className="season-band" d="M2 8h11M13 4v8" strokeWidth="3" />}
      {of === "note" && <path className="glyph-note" d="M3 4h10M3 8h10M3 12h6" />}
      {of === "dot" && <circle cx="8" cy="8" r="2" fill="var(--p-edge)" />}
      {of === "machine" && (
        <>
          <HatchPattern id={hatch} />
          <rect x="3" y="3" width="10" height="10" fill={`url(#${hatch})`} />
        </>
      )}
    </svg>
  );
}
