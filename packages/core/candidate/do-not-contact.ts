import * as z from "zod";
import { Actor } from "../actor.ts";
import { commit, insist } from "../commit.ts";
import { fn } from "../fn.ts";
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

/** A colleague says that nobody writes to her, or takes it back. What she allowed herself is not touched. */
export const doNotContact = fn(Asked, ({ candidateId, on, reason }): Promise<{ on: boolean }> => {
  Actor.assert("people.write");
  return insist(async () => {
    const found = await expect(candidateId);
    const same = found.gate.doNotContact === on && found.gate.doNotContactReason === (reason || undefined);
    if (!same) await write(found, on, on ? reason : undefined);
    return { on };
  });
});

async function write(found: Found, on: boolean, reason: string | undefined): Promise<void> {
  const { candidate, gate, address } = found;
  const { candidateId } = candidate;
  await commit(({ candidate: person, gate: gates, event }) => {
    const patch = gates.patch({ candidateId });
    const next = { doNotContact: on, revision: gate.revision + 1 };
    const change = reason
      ? patch.set({ ...next, doNotContactReason: reason })
      : patch.set(next).remove(["doNotContactReason"]);
    return [
      change.where((it, op) => op.eq(it.revision, gate.revision)).commit(),
      person
        .patch({ candidateId })
        .set(relisted(found, address !== undefined, {}, { doNotContact: on }))
        .where((it, op) => op.eq(it.revision, candidate.revision))
        .commit(),
      event.create(Events.DoNotContact({ candidateId, on })).commit(),
    ];
  });
}
