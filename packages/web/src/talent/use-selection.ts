import { useCallback, useMemo, useRef } from "react";
import { extended, NOBODY, type Picked, pickedFrom, pickedText, toggled } from "./picked.ts";
import type { useLook } from "./use-look.ts";

export interface Selection {
  readonly picked: Picked;
  readonly count: number;
  /** Switches a row, or with `range` adds all from the row switched before. */
  readonly pick: (index: number, range: boolean) => void;
  /** Selects everybody found, or nobody if some are selected. */
  readonly everybody: () => void;
  readonly clear: () => void;
}

/** Who is selected, as the address says. @param ids of the rows loaded, in order */
export function useSelection(
  { look, change }: ReturnType<typeof useLook>,
  ids: readonly string[],
  total: number,
): Selection {
  const picked = useMemo(() => pickedFrom(look.picked), [look.picked]);
  const latest = useRef({ picked, ids, anchor: 0 });
  Object.assign(latest.current, { picked, ids });
  const set = useCallback(
    (next: Picked) => {
      // A key may come before the address has changed.
      latest.current.picked = next;
      change({ picked: pickedText(next) });
    },
    [change],
  );
  const pick = useCallback(
    (index: number, range: boolean) => {
      const { picked: before, ids: loaded, anchor } = latest.current;
      const id = loaded[index];
      if (id === undefined) return;
      set(range ? extended(before, loaded, anchor, index) : toggled(before, id, loaded));
      latest.current.anchor = index;
    },
    [set],
  );
  const count = picked === "all" ? total : picked.size;
  return {
    picked,
    count,
    pick,
    everybody: () => set(count > 0 ? NOBODY : "all"),
    clear: () => set(NOBODY),
  };
}
