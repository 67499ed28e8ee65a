import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist } from "../commit.ts";
import * as Consent from "../consent/index.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import * as Message from "../message/index.ts";
import { entities } from "../service.ts";
import * as Suppression from "../suppression/index.ts";
import * as Token from "../token/index.ts";
import { CandidateId, WithToken } from "./candidate.schema.ts";
import { expect } from "./edit.ts";
import { Events } from "./events.ts";
import { hashOfLink } from "./link.ts";
import { type Found, find } from "./load.ts";
import { whose } from "./sign-up.ts";
import { sweep } from "./sweep.ts";

/**
 * Deletes everything about her (GDPR art. 17). What stays: events, messages and enrolments by an id that leads to nobody, so
 * that counts hold; the keyed hash of her addresses, so that she is not written to again unless she asks; and the proof.
 * Idempotent. What decides goes at once, the rest follows; when it answers, no mail can leave and nothing is half there.
 */
export const erase = fn(WithToken, async ({ token }): Promise<void> => {
  const { subject } = await Token.verify("preferences", token);
  await insist(async () => {
    const known = await find(subject);
    if (known) await Actor.candidate(known.candidate, () => forget(known));
  });
  await Message.landed(subject);
  await sweep(subject);
});

/** The same where she asked a colleague, by mail or on the phone; confirmed by her name. */
export const eraseFor = fn(
  z.strictObject({ candidateId: CandidateId, confirm: z.string().max(300) }),
  async ({ candidateId, confirm }): Promise<{ erased: true }> => {
    Actor.assert("people.write");
    await insist(async () => {
      const found = await expect(candidateId);
      if (found.candidate.sample)
        throw new AppError(
          "blocked",
          "candidate.sample",
          "Sample people are removed all at once, in the settings",
        );
      if (confirm.trim() !== found.candidate.name) {
        const message = "This is not her name";
        throw new AppError("invalid", "input.invalid", message, [{ field: "confirm", message }]);
      }
      await forget(found);
    });
    await Message.landed(candidateId);
    await sweep(candidateId);
    return { erased: true };
  },
);

/** Longer than anything lies under what she was known by. */
const LOOKED_FOR_S = 60 * 86_400;

async function forget({ candidate, gate }: Found): Promise<void> {
  const { candidateId } = candidate;
  const [{ data: addresses }, others] = await Promise.all([
    entities.address.query.person({ candidateId }).go({ consistent: true }),
    otherGuards(candidate),
  ]);
  const reason = Suppression.stronger(gate.suppressed, "erasure");
  const hashes = [...addresses.map(({ addressHash }) => addressHash), ...others];
  await commit(({ candidate: person, gate: gates, guard, suppression, erasure, event }) => [
    gates
      .put({ candidateId, permissions: {}, claims: [], marks: [], erased: true, revision: gate.revision + 1 })
      .where((it, op) => op.eq(it.revision, gate.revision))
      .commit(),
    person
      .remove({ candidateId })
      .where((it, op) => op.eq(it.revision, candidate.revision))
      .commit(),
    ...hashes.map((addressHash) =>
      suppression.put({ addressHash, reason, at: Clock.iso(), erased: true }).commit(),
    ),
    erasure.put({ candidateId, hashes, expiresAt: Math.ceil(Clock.ms() / 1000) + LOOKED_FOR_S }).commit(),
    // Found by her profile alone, which is gone afterwards.
    ...others.map((addressHash) => guard.delete({ addressHash }).commit()),
    event.create(Events.Erased({ candidateId })).commit(),
    event.create(Consent.Events.Withdrawn({ candidateId, purpose: "job_news", reason: "erased" })).commit(),
    ...(candidate.standing === "member" || candidate.standing === "sourced"
      ? [event.create(Events.Left({ candidateId, reason: "erased" })).commit()]
      : []),
  ]);
}

/** What she is known by besides her addresses, where that is hers: her profile page, or what an import recognises her by. */
async function otherGuards({ candidateId, link }: Found["candidate"]): Promise<string[]> {
  const { data } = await entities.candidate.get({ candidateId }).go({ consistent: true });
  const hashes = [link ? hashOfLink(link) : undefined, data?.selfHash].filter((hash) => hash !== undefined);
  const holders = await Promise.all(hashes.map(whose));
  return hashes.filter((_, at) => holders[at] === candidateId);
}
