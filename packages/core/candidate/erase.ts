import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist } from "../commit.ts";
import { Consent } from "../consent/index.ts";
import { fn } from "../fn.ts";
import { entities } from "../service.ts";
import { Suppression } from "../suppression/index.ts";
import { Token } from "../token/index.ts";
import { WithToken } from "./candidate.schema.ts";
import { Events } from "./events.ts";
import { type Known, load } from "./load.ts";

/**
 * Deletes everything about her (GDPR art. 17). What stays: events, messages and enrolments by an id that leads to nobody, so
 * that counts hold; the keyed hash of her addresses, so that she is not written to again unless she asks; and the proof.
 * Idempotent. One transaction: when it answers, no mail can leave and nothing is half there.
 */
export const erase = fn(WithToken, async ({ token }): Promise<void> => {
  const { subject } = await Token.verify("preferences", token);
  await insist(async () => {
    const known = await load(subject);
    if (known) await Actor.candidate(known.candidate, () => forget(known));
  });
});

async function forget({ candidate, gate }: Known): Promise<void> {
  const { candidateId } = candidate;
  const [{ data: addresses }, { data: requests }] = await Promise.all([
    entities.address.query.person({ candidateId }).go({ consistent: true }),
    entities.request.query.person({ candidateId }).go({ consistent: true }),
  ]);
  const reason = Suppression.stronger(gate.suppressed, "erasure");
  await commit(({ candidate: person, gate: gates, address, guard, suppression, request, event }) => [
    gates
      .put({ candidateId, permissions: {}, claims: [], marks: [], erased: true, revision: gate.revision + 1 })
      .where((it, op) => op.eq(it.revision, gate.revision))
      .commit(),
    person
      .remove({ candidateId })
      .where((it, op) => op.eq(it.revision, candidate.revision))
      .commit(),
    ...addresses.flatMap(({ addressId, addressHash }) => [
      address.remove({ candidateId, addressId }).commit(),
      guard.delete({ addressHash }).commit(),
      suppression.put({ addressHash, reason, at: Clock.iso() }).commit(),
    ]),
    // A few a day for a week: they fit the transaction.
    ...requests.map(({ requestId }) => request.delete({ candidateId, requestId }).commit()),
    event.create(Events.Erased({ candidateId })).commit(),
    event.create(Consent.Events.Withdrawn({ candidateId, purpose: "job_news", reason: "erased" })).commit(),
    ...(candidate.standing === "member"
      ? [event.create(Events.Left({ candidateId, reason: "erased" })).commit()]
      : []),
  ]);
}
