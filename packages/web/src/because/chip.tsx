import type { ReactNode } from "react";
import type { Tone } from "./reasons.ts";
import "./because.css";

/** A word in an outline; its tone is never the only thing that tells. */
export const Chip = ({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) => (
  <span className={`chip chip-${tone}`}>{children}</span>
);
