import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import { endedIn } from "./due.ts";
import type { End, Info, Reason } from "./enrolment.schema.ts";

/** Where a decision takes an enrolment. */
export type Move =
  | { readonly kind: "wait"; readonly dueAt: string; readonly reason: Reason }
  | {
      readonly kind: "step";
      readonly stepId: string;
      readonly visit: number;
      readonly dueAt: string;
      readonly reason: Reason;
    }
  | { readonly kind: "end"; readonly end: End; readonly reason: Reason };

/** Moves an enrolment on if it is still as it was read; whoever loses does nothing. */
export function move(enrolment: Info, to: Move): Promise<boolean> {
  const { candidateId, campaignId, revision } = enrolment;
  const next = { reason: to.reason, revision: revision + 1 };
  const patch = entities.enrolment.patch({ candidateId, campaignId });
  const change =
    to.kind === "end"
      ? patch
          .set({ ...next, end: to.end, endedAt: Clock.iso(), endedIn: endedIn(enrolment) })
          .remove(["dueAt", "stepId"])
      : patch.set({
          ...next,
          dueAt: to.dueAt,
          ...(to.kind === "step" ? { stepId: to.stepId, visit: to.visit } : {}),
        });
  return applied(change.where((it, op) => op.eq(it.revision, revision)).go());
}

/**
 * Ends every campaign that a person was in at `reason.at`: she may have come back since, and what she entered then stays.
 * Refused if one moved meanwhile, so that the caller comes again.
 */
export async function endAll(candidateId: string, end: End, reason: Reason): Promise<number> {
  const { data } = await entities.enrolment.query
    .person({ candidateId })
    .go({ consistent: true, pages: "all" });
  const active = (data as Info[]).filter(
    ({ endedAt, enteredAt }) => endedAt === undefined && enteredAt <= reason.at,
  );
  const moved = await Promise.all(active.map((enrolment) => move(enrolment, { kind: "end", end, reason })));
  if (moved.includes(false)) throw new Error("An enrolment moved meanwhile; ending it again");
  return active.length;
}
