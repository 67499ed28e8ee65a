import { useState } from "react";

/**
 * Keeps the order in which rows were first shown while their contents refresh: nothing moves under the cursor. Rows that are gone
 * go, rows that are new wait to be asked for; an empty list has no order to keep.
 */
export function steady<T>(shown: readonly string[], fresh: readonly T[], idOf: (row: T) => string): T[] {
  const byId = new Map(fresh.map((row) => [idOf(row), row]));
  return shown.flatMap((id) => byId.get(id) ?? []);
}

interface Steady<T> {
  readonly rows: readonly T[];
  /** How many rows wait to be shown. */
  readonly waiting: number;
  readonly show: () => void;
}

export function useSteady<T>(fresh: readonly T[], idOf: (row: T) => string): Steady<T> {
  const [shown, setShown] = useState(() => fresh.map(idOf));
  const kept = steady(shown, fresh, idOf);
  const rows = kept.length === 0 ? fresh : kept;
  const show = () => setShown(fresh.map(idOf));
  if (kept.length === 0 && fresh.length > 0) show();
  return { rows, waiting: fresh.length - rows.length, show };
}
