import * as z from "zod";
import { Actor } from "../actor.ts";
import { commit, insist } from "../commit.ts";
import { AppError } from "../error.ts";
import type { Draft } from "../event/index.ts";
import { fn } from "../fn.ts";
import * as Message from "../message/index.ts";
import { CandidateId } from "./candidate.schema.ts";
import { expect } from "./edit.ts";
import { Events } from "./events.ts";
import type { Found } from "./load.ts";
import { relisted } from "./relist.ts";

const Asked = z.strictObject({
  candidateId: CandidateId,
  on: z.boolean(),
  /** For colleagues; kept with her and erased with her. */
  reason: z.string().trim().max(500).exactOptional(),
});

interface Said {
  readonly on: boolean;
  /** The log entry that stopped her mail just now, for taking it back. */
  readonly actId?: string;
}

/**
 * A colleague says that nobody writes to her, or lifts that. What she allowed herself is not touched. When it answers, no such mail leaves
 * any more. Lifting it starts nothing that it ended; who takes the act back (`takeBack`) does.
 */
export const doNotContact = fn(Asked, async ({ candidateId, on, reason }): Promise<Said> => {
  Actor.assert("people.write");
  const said = await insist(async (): Promise<Said> => {
    const found = await expect(candidateId);
    const { doNotContact: before, doNotContactReason } = found.gate;
    if (before === on && doNotContactReason === (reason || undefined)) return { on };
    const event = Events.DoNotContact({ candidateId, on });
    const actId = on && !before ? event.eventId : undefined;
    await write(found, event, on ? { reason, actId: actId ?? found.gate.doNotContactAct } : undefined);
    return { on, ...(actId ? { actId } : {}) };
  });
  if (on) await Message.landed(candidateId);
  return said;
});

/** Lifts what this act said. Refused when another one says so by now; nothing to do when nobody says so any more. */
export async function lift(found: Found, actId: string): Promise<void> {
  const { candidateId, doNotContact: on, doNotContactAct } = found.gate;
  if (!on) return;
  if (doNotContactAct !== actId) throw overtaken();
  await write(found, Events.TakenBack({ candidateId, actId }), undefined);
}

/** Why an act can't be taken back. */
export const overtaken = () =>
  new AppError("conflict", "candidate.act_overtaken", "Something was noted after it. Take that back first.");

const GONE = ["doNotContactReason", "doNotContactAct"] as const;

/** @param stop why, and by which act, nobody writes to her from now on; undefined when anybody may again */
async function write(
  found: Found,
  draft: Draft,
  stop: { readonly reason: string | undefined; readonly actId: string | undefined } | undefined,
): Promise<void> {
  const { candidate, gate, address } = found;
  const { candidateId } = candidate;
  const on = stop !== undefined;
  const said = {
    ...(stop?.reason ? { doNotContactReason: stop.reason } : {}),
    ...(stop?.actId ? { doNotContactAct: stop.actId } : {}),
  };
  await commit(({ candidate: person, gate: gates, event }) => [
    gates
      .patch({ candidateId })
      .set({ doNotContact: on, revision: gate.revision + 1, ...said })
      .remove(GONE.filter((name) => !(name in said)))
      .where((it, op) => op.eq(it.revision, gate.revision))
      .commit(),
    person
      .patch({ candidateId })
      .set(relisted(found, address !== undefined, {}, { doNotContact: on }))
      .where((it, op) => op.eq(it.revision, candidate.revision))
      .commit(),
    event.create(draft).commit(),
  ]);
}
