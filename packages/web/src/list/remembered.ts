/** A list somebody can be opened from. */
interface Remembered {
  readonly name: string;
  /** Of everybody in it that is loaded, in order. */
  readonly ids: readonly string[];
  /** How many there are, loaded or not. */
  readonly total: number;
  readonly href: string;
}

let list: Remembered | undefined;
let returning: string | undefined;

/** The list that is on the page now: whoever is opened from it knows who comes before and after, and the way back. */
export function rememberList(shown: Remembered) {
  list = shown;
}

/** The list this person was opened from, and who stands beside her. */
export function remembered(candidateId: string) {
  const index = list?.ids.indexOf(candidateId) ?? -1;
  if (!list || index < 0) return undefined;
  const { name, ids, total, href } = list;
  return { name, href, position: index + 1, total, previous: ids[index - 1], next: ids[index + 1] };
}

/** Says before going back to a list at whom it should open. */
export function returnTo(candidateId: string) {
  returning = candidateId;
}

/** Whom to open the list at, once; undefined when nobody came back to it. */
export function returned(): string | undefined {
  const candidateId = returning;
  returning = undefined;
  return candidateId;
}
