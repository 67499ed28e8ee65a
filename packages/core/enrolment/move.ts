import { Clock } from "../clock.ts";
import { applied, commit, Refused } from "../commit.ts";
import * as Gate from "../gate/index.ts";
import type { Tally } from "../metric/index.ts";
import { entities } from "../service.ts";
import { placeOf } from "./due.ts";
import { type Decided, type End, type Info, type Mailed, type Reason, WAY } from "./enrolment.schema.ts";
import { Events } from "./events.ts";
import { ended } from "./stamp.ts";
import { standsOf } from "./stands.ts";

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

/** The enrolment after a move, not written yet. Pure but for the instant of an end. */
export function moved(enrolment: Info, to: Move): Info {
  const { stepId, dueAt, ...rest } = {
    ...enrolment,
    reason: to.reason,
    way: withDecision(enrolment, to.reason),
  };
  if (to.kind === "end") return { ...rest, end: to.end, endedAt: Clock.iso() };
  if (to.kind === "step") return { ...rest, stepId: to.stepId, visit: to.visit, dueAt: to.dueAt };
  return { ...rest, ...(stepId ? { stepId } : {}), dueAt: to.dueAt };
}

/** What is decided again at the same step is said once, since when it is so: who waits for months would fill her way with it. */
function withDecision({ way, stepId }: Info, reason: Reason): Decided[] {
  const decided = { ...reason, ...(stepId ? { stepId } : {}) };
  const last = way.at(-1);
  const again = last?.code === decided.code && last.stepId === decided.stepId;
  return again ? [...way.slice(0, -1), { ...decided, at: last.at }] : [...way, decided].slice(-WAY);
}

/** The enrolment after SES took the mail of the step she stands before; what her click told before stays. */
export function mailed(enrolment: Info, mail: Mailed): Info {
  const { mails, stepId = "" } = enrolment;
  return { ...enrolment, mails: { ...mails, [stepId]: mails[stepId] ?? mail } };
}

/** Moves an enrolment on if it still is as it was read; whoever loses does nothing. */
export const move = (enrolment: Info, to: Move): Promise<boolean> => keep(enrolment, moved(enrolment, to));

/**
 * Writes what became of an enrolment, with everything decided since it was read, if it still is as it was read. An end gives the
 * place at her gate back in the same transaction.
 */
export async function keep(before: Info, after: Info, tally?: Tally): Promise<boolean> {
  if (after.end !== undefined) {
    const write = (endedBatch?: string) => close(before, after, { holding: true, endedBatch });
    // Who had ended before ends by an event of her own.
    if (!tally || before.resumedAt) return write();
    return tally.write(write, () => ended(before, after.end ?? "finished"));
  }
  const { candidateId, campaignId, revision } = before;
  return applied(
    entities.enrolment
      .patch({ candidateId, campaignId })
      .set(kept(after))
      .where((it, op) => op.eq(it.revision, revision))
      .go(),
  );
}

interface Closing {
  /** Whether her gate is taken to hold a place for this campaign: that of an erased person holds none. */
  readonly holding: boolean;
  /** The batch that counts her end. */
  readonly endedBatch: string | undefined;
}

async function close(before: Info, after: Info, { holding, endedBatch }: Closing): Promise<boolean> {
  const { candidateId, campaignId, revision, resumedAt } = before;
  const { end = "finished", endedAt = Clock.iso() } = after;
  const stamp = endedBatch ? { endedBatch } : {};
  try {
    await commit(({ enrolment, gate, event }) => [
      enrolment
        .patch({ candidateId, campaignId })
        .set({ ...kept(after, before.stepId), end, endedAt, endedIn: placeOf(after), ...stamp })
        .remove(["dueAt", "dueIn", "stepId"])
        .where((it, op) => op.eq(it.revision, revision))
        .commit(),
      ...(resumedAt ? [event.create(Events.EndedAgain({ candidateId, campaignId, end })).commit()] : []),
      ...(holding ? [Gate.released(gate, candidateId, campaignId)] : []),
    ]);
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.codes[0] === CONDITION) return false;
    if (holding && error.codes.at(-1) === CONDITION)
      return close(before, after, { holding: false, endedBatch });
    throw error;
  }
}

const CONDITION = "ConditionalCheckFailed";

/** What a move changes, besides what an end takes away. */
function kept(after: Info, from = after.stepId) {
  const { campaignId, shard, stepId, visit, dueAt, mails, reason, way, revision, version } = after;
  const place = dueAt ? { dueAt, dueIn: placeOf({ campaignId, shard }) } : {};
  const stands = standsOf({ version, reason, ...(from ? { stepId: from } : {}) });
  return {
    visit,
    mails,
    reason,
    way,
    stands,
    revision: revision + 1,
    ...place,
    ...(stepId ? { stepId } : {}),
  };
}
