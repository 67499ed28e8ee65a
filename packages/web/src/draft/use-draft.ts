import { useState } from "react";

/** What was typed, on which revision of the saved thing. */
interface Kept<T> {
  readonly value: T;
  readonly revision: number;
}

/** Something typed and not yet saved: it survives a reload, a refused save and a session that ran out. */
export interface Draft<T> {
  readonly value: T;
  /** The revision it was begun on, which a save must name. */
  readonly revision: number;
  readonly dirty: boolean;
  /** Somebody saved since it was begun. */
  readonly overtaken: boolean;
  readonly edit: (value: T) => void;
  /** Goes on from what is saved now, so that the next save replaces it. */
  readonly keepMine: () => void;
  readonly discard: () => void;
}

export function useDraft<T>(key: string, saved: Kept<T>): Draft<T> {
  const name = `perennial.draft.${key}`;
  const [kept, setKept] = useState<Kept<T> | undefined>(() => read<T>(name));
  const revision = kept?.revision ?? saved.revision;
  const keep = (next: Kept<T>) => {
    setKept(next);
    write(name, JSON.stringify(next));
  };
  return {
    value: kept?.value ?? saved.value,
    revision,
    dirty: kept !== undefined,
    overtaken: revision !== saved.revision,
    edit: (value) => keep({ value, revision }),
    keepMine: () => kept && keep({ value: kept.value, revision: saved.revision }),
    discard() {
      setKept(undefined);
      write(name, undefined);
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
function write(name: string, text: string | undefined) {
  try {
    if (text === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
  } catch {
    return;
  }
}
