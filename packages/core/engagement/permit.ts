import { Clock } from "../clock.ts";
import * as Gate from "../gate/index.ts";
import { type Record, subjectOf } from "./record.ts";

/**
 * Those records of a batch that may be kept. An open or click only of a mail that was sent tracked, to a person who allows tracking
 * now: the links of older mails go on working after she switched it off, and an erased person allows nothing.
 * At most one batched read.
 */
export async function permitted(records: readonly Record[]): Promise<Record[]> {
  const allowing = await whoAllows(records.flatMap((record) => touchedBy(record) ?? []));
  return records.filter((record) => !isTouch(record) || allowing.has(touchedBy(record) ?? ""));
}

const isTouch = ({ eventType }: Record) => eventType === "Open" || eventType === "Click";

/** Who opened or clicked a mail that was sent tracked. */
function touchedBy(record: Record): string | undefined {
  const subject = isTouch(record) ? subjectOf(record) : undefined;
  return subject?.tracked ? subject.candidateId : undefined;
}

async function whoAllows(candidateIds: readonly string[]): Promise<Set<string>> {
  const gates = await Gate.readMany([...new Set(candidateIds)], { consistent: true });
  const now = Clock.now();
  return new Set([...gates.values()].flatMap((gate) => (Gate.tracked(gate, now) ? [gate.candidateId] : [])));
}
