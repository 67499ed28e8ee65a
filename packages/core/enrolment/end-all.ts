import { Clock } from "../clock.ts";
import { once } from "../commit.ts";
import * as Gate from "../gate/index.ts";
import { placeOf } from "./due.ts";
import type { End, Info, Reason } from "./enrolment.schema.ts";
import { Events } from "./events.ts";
import { move } from "./move.ts";
import { ofPerson } from "./read.ts";
import { standsOf } from "./stands.ts";

/**
 * Ends every campaign that a person was in at `reason.at`: she may have come back since, and what she entered or took up again then
 * stays. The reason keeps where she stood, so that it can be undone.
 * @throws when one moved meanwhile, so that the caller comes again
 */
export async function endAll(candidateId: string, end: End, reason: Reason): Promise<number> {
  const active = (await ofPerson(candidateId)).filter(
    ({ endedAt, enteredAt, resumedAt = enteredAt }) => endedAt === undefined && resumedAt <= reason.at,
  );
  const ended = await Promise.all(
    active.map((enrolment) => {
      const { stepId, visit, dueAt } = enrolment;
      const inputs = { ...reason.inputs, stepId, visit, dueAt };
      return move(enrolment, { kind: "end", end, reason: { ...reason, inputs } });
    }),
  );
  if (ended.includes(false)) throw new Error("An enrolment moved meanwhile; ending it again");
  return active.length;
}

/**
 * Takes up an enrolment where `endAll` ended it; her next look is not before now. False when she is in another campaign by now, or when
 * one of the two is not as it was read.
 */
export async function resume(ended: Info, gate: Gate.Info): Promise<boolean> {
  const { candidateId, campaignId, revision, way, end, reason } = ended;
  const { stepId, visit, dueAt } = reason.inputs;
  if (end === undefined || typeof stepId !== "string") return false;
  const at = Clock.iso();
  const due = typeof dueAt === "string" && dueAt > at ? dueAt : at;
  const again = { code: "resumed", inputs: {}, at };
  return once(({ enrolment, gate: gates, event }) => [
    enrolment
      .patch({ candidateId, campaignId })
      .set({ stepId, visit: Number(visit), dueAt: due, dueIn: placeOf(ended) })
      .set({ stands: standsOf({ ...ended, stepId, reason: again }) })
      .set({ resumedAt: at, reason: again, way: [...way, again], revision: revision + 1 })
      .remove(["end", "endedAt", "endedIn"])
      .where((it, op) => op.eq(it.revision, revision))
      .commit(),
    Gate.occupied(gates, gate, campaignId),
    event.create(Events.Resumed({ candidateId, campaignId, end })).commit(),
  ]);
}
