import { Clock } from "../clock.ts";
import { commit } from "../commit.ts";
import type { SuppressionReason } from "../gate/gate.schema.ts";
import { entities } from "../service.ts";
import * as Suppression from "../suppression/index.ts";
import { hashOf } from "./email-address.ts";
import { Events } from "./events.ts";
import { type Known, load } from "./load.ts";
import { relisted } from "./relist.ts";
import { whose } from "./sign-up.ts";

/** A mailbox bounced hard or its owner complained: nothing that this stops is sent there again, whoever it belongs to. */
export async function suppress(addressHash: string, given: SuppressionReason): Promise<void> {
  const reason = Suppression.stronger(await Suppression.of(addressHash), given);
  const candidateId = await whose(addressHash);
  const known = candidateId ? await load(candidateId) : undefined;
  const hers = known?.address.addressHash === addressHash && known.gate.suppressed !== reason;
  await commit(({ candidate, suppression, gate, event }) => [
    suppression.upsert({ addressHash, reason, at: Clock.iso() }).commit(),
    ...(known && hers
      ? [
          gate
            .patch({ candidateId: known.gate.candidateId })
            .set({ suppressed: reason, revision: known.gate.revision + 1 })
            .where((it, op) => op.eq(it.revision, known.gate.revision))
            .commit(),
          ...relisting(known, reason).map((changes) =>
            candidate
              .patch({ candidateId: known.gate.candidateId })
              .set(changes)
              .where((it, op) => op.eq(it.revision, known.candidate.revision))
              .commit(),
          ),
          event.create(Events.Suppressed({ candidateId: known.gate.candidateId, reason })).commit(),
        ]
      : []),
  ]);
}

/** Somebody who never confirmed is in no roster, and does not come into it by a bounce. */
const relisting = (known: Known, suppressed: SuppressionReason) =>
  known.candidate.standing === "pending" ? [] : [relisted(known, true, {}, { suppressed })];

/** The same for the address a message went to; nothing to do when its person was erased since. */
export async function suppressMailbox(
  candidateId: string,
  addressId: string,
  reason: SuppressionReason,
): Promise<void> {
  const { data } = await entities.address.get({ candidateId, addressId }).go({ consistent: true });
  if (data) await suppress(data.addressHash, reason);
}

/** The same for an address that SES names. */
export const suppressAddress = (address: string, reason: SuppressionReason) =>
  suppress(hashOf(address), reason);
