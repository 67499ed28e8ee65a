const PREFIX = "cnd_";

/** The most that are named one by one: an address must stay short enough to be asked for again. */
export const MOST_PICKED = 200;

/** Who is selected: some by name, or everybody the search finds. */
export type Picked = "all" | ReadonlySet<string>;

export const NOBODY: Picked = new Set();

export function pickedFrom(text: string | undefined): Picked {
  if (text === undefined) return NOBODY;
  return text === "all" ? "all" : new Set(text.split(".").map((id) => `${PREFIX}${id}`));
}

/** For the address; undefined when nobody is selected. */
export function pickedText(picked: Picked): string | undefined {
  if (picked === "all") return "all";
  const ids = [...picked].slice(0, MOST_PICKED);
  return ids.length > 0 ? ids.map((id) => id.slice(PREFIX.length)).join(".") : undefined;
}

export const isPicked = (picked: Picked, id: string) => picked === "all" || picked.has(id);

/** One row switched. Leaving one out of all selects the others among those loaded. */
export function toggled(picked: Picked, id: string, loaded: readonly string[]): Picked {
  const before = picked === "all" ? loaded : [...picked];
  return before.includes(id) ? new Set(before.filter((other) => other !== id)) : new Set([...before, id]);
}

/** A range of rows, both ends included, added to what is selected. */
export function extended(picked: Picked, ids: readonly string[], from: number, to: number): Picked {
  if (picked === "all") return picked;
  const range = ids.slice(Math.min(from, to), Math.max(from, to) + 1);
  return new Set([...picked, ...range]);
}
