import { commit, type Writers } from "../commit.ts";
import type * as Gate from "../gate/index.ts";
import type { Info } from "./candidate.schema.ts";
import { Events } from "./events.ts";
import type { Standing } from "./load.ts";
import { relisted } from "./relist.ts";

/** Further items of the same transaction. */
export type Also = (writers: Writers) => ReturnType<Parameters<typeof commit>[0]>;

/** Facts that a change may take away altogether. */
export type Clearable =
  | "title"
  | "company"
  | "city"
  | "country"
  | "experienceYears"
  | "openFrom"
  | "phone"
  | "link"
  | "owner";

export interface Change {
  readonly set?: Partial<Info>;
  readonly clear?: readonly Clearable[];
}

/** What a change follows from, so that it happens once: its event's id and instant. */
export interface Cause {
  readonly eventId: string;
  readonly at: string;
}

/** The names of what a change makes different; `undefined` and an absent fact are the same. */
export function differing(
  { candidate }: Pick<Standing, "candidate">,
  { set = {}, clear = [] }: Change,
): string[] {
  const changed = Object.entries(set).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(candidate[name as keyof Info]),
  );
  return [...changed.map(([name]) => name), ...clear.filter((name) => candidate[name] !== undefined)];
}

/**
 * Changes a profile with its roster reading, what the gate copies of it, and the event, in one transaction. Answers whether anything
 * was different. Refused if the profile or gate changed since it was read.
 */
export async function change(
  found: Standing,
  to: Change,
  { cause, also = () => [] }: { cause?: Cause; also?: Also } = {},
): Promise<boolean> {
  const fields = differing(found, to);
  if (fields.length === 0) return false;
  const { candidate } = found;
  const { candidateId } = candidate;
  const stage =
    to.set?.stage && fields.includes("stage") ? { from: candidate.stage, to: to.set.stage } : undefined;
  const changed = Events.Changed({ candidateId, fields, ...(stage ? { stage } : {}) }, cause);
  await commit((entities) => [
    entities.candidate
      .patch({ candidateId })
      .set(relisted({ ...found, candidate: without(candidate, to.clear) }, found.hasAddress, to.set ?? {}))
      .remove([...(to.clear ?? [])])
      .where((it, op) => op.eq(it.revision, candidate.revision))
      .commit(),
    ...(fields.includes("country") ? [copied(entities, found.gate, to.set?.country)] : []),
    entities.event.create(changed).commit(),
    ...also(entities),
  ]);
  return true;
}

const without = (candidate: Standing["candidate"], clear: readonly Clearable[] = []) =>
  Object.fromEntries(
    Object.entries(candidate).filter(([name]) => !(clear as readonly string[]).includes(name)),
  ) as Standing["candidate"];

/** Which law holds for her is judged at the gate. */
function copied({ gate: gates }: Writers, gate: Gate.Info, country: string | undefined) {
  const patch = gates.patch({ candidateId: gate.candidateId });
  const next = { revision: gate.revision + 1 };
  const change = country ? patch.set({ ...next, country }) : patch.set(next).remove(["country"]);
  return change.where((it, op) => op.eq(it.revision, gate.revision)).commit();
}
