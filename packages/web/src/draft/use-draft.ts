import { useRef, useState } from "react";

/** What was typed, on which revision of the saved thing. */
interface Kept<T> {
  readonly value: T;
  readonly revision: number;
}

/** Something typed and not yet saved: it survives a reload, a refused save and a session that ran out. */
export interface Draft<T> extends Kept<T> {
  readonly dirty: boolean;
  /** Somebody saved since it was begun. */
  readonly overtaken: boolean;
  readonly edit: (value: T) => void;
  /** Goes on from what is saved now, so that the next save replaces it. */
  readonly keepMine: () => void;
  readonly discard: () => void;
  /** This value was saved, as this revision; what was typed meanwhile stays. */
  readonly settle: (value: T, revision: number) => void;
}

export function useDraft<T>(key: string, saved: Kept<T>): Draft<T> {
  const name = `perennial.draft.${key}`;
  const [kept, setKept] = useState<Kept<T> | undefined>(() => read<T>(name));
  const latest = useRef(kept);
  const keep = (next: Kept<T> | undefined) => {
    latest.current = next;
    setKept(next);
    write(name, next);
  };
  const revision = kept?.revision ?? saved.revision;
  return {
    value: kept?.value ?? saved.value,
    revision,
    dirty: kept !== undefined,
    overtaken: revision !== saved.revision,
    edit: (value) => keep({ value, revision }),
    keepMine: () => kept && keep({ value: kept.value, revision: saved.revision }),
    discard: () => keep(undefined),
    settle(value, of) {
      const now = latest.current;
      keep(now === undefined || now.value === value ? undefined : { value: now.value, revision: of });
    },
  };
}

function read<T>(name: string): Kept<T> | undefined {
  try {
    const text = localStorage.getItem(name);
    return text === null ? undefined : (JSON.parse(text) as Kept<T>);
  } catch {
    return undefined;
  }
}

/** Storage that is full or switched off must not stop anybody from typing. */
function write(name: string, kept: Kept<unknown> | undefined) {
  try {
    if (kept === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, JSON.stringify(kept));
  } catch {
    return;
  }
}
