import type { Rule } from "@perennial/core/rule/rule.schema.ts";
import type { FactRow } from "@perennial/core/segment/views.ts";
import { createContext, useContext } from "react";
import type { Path } from "./tree.ts";

/** What every line of the editor needs. */
export interface Editing {
  readonly facts: readonly FactRow[];
  readonly readOnly: boolean;
  /** How a value is called. */
  readonly label: (fact: string, value: string) => string;
  readonly change: (path: Path, line: Rule) => void;
  /** Takes a line out; it can be undone. */
  readonly remove: (path: Path) => void;
  /** Puts a line before the one at this path, or at the end, and goes to its first word. */
  readonly add: (path: Path, line: Rule) => void;
}

export const EditingContext = createContext<Editing | undefined>(undefined);

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error("A line stands in a rule editor");
  return editing;
}
