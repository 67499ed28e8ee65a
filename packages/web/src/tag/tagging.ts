import { call } from "../api/call.ts";

/** How many people one call tags. */
const AT_ONCE = 500;

/** One tag put on, or taken off, those people. */
interface Tagging {
  readonly tag: string;
  readonly act: "add" | "remove";
  readonly ids: readonly string[];
}

/** What was done, told tag by tag so that it can be taken back from exactly those it changed. */
export interface Tagged {
  readonly done: readonly Tagging[];
  /** Everybody who is tagged differently now. */
  readonly people: ReadonlySet<string>;
}

export interface Tags {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Tags people, and says how far it is. Whoever had a tag already is not changed, and is left alone when it is taken back. */
export async function tagPeople(
  ids: readonly string[],
  { add, remove }: Tags,
  onFar: (people: number) => void = () => {},
): Promise<Tagged> {
  const wanted: Tagging[] = [
    ...add.map((tag): Tagging => ({ tag, act: "add", ids })),
    ...remove.map((tag): Tagging => ({ tag, act: "remove", ids })),
  ];
  const done: Tagging[] = [];
  for (const tagging of wanted) done.push({ ...tagging, ids: await carryOut(tagging, onFar) });
  return { done, people: new Set(done.flatMap((tagging) => tagging.ids)) };
}

const OPPOSITE = { add: "remove", remove: "add" } as const;

export async function untag({ done }: Tagged): Promise<void> {
  for (const tagging of done.toReversed()) await carryOut({ ...tagging, act: OPPOSITE[tagging.act] });
}

/** Answers whom it changed. */
async function carryOut(
  { tag, act, ids }: Tagging,
  onFar: (people: number) => void = () => {},
): Promise<string[]> {
  const changed: string[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const candidateIds = ids.slice(from, from + AT_ONCE);
    const answer = await call("POST /v1/candidate-tags", { candidateIds, [act]: [tag] });
    changed.push(...answer.candidateIds);
    onFar(from + candidateIds.length);
  }
  return changed;
}
