import { Clock } from "../clock.ts";
import { commit } from "../commit.ts";
import type { SuppressionReason } from "../gate/gate.schema.ts";
import { Gate } from "../gate/index.ts";
import { entities } from "../service.ts";
import { Suppression } from "../suppression/index.ts";
import { hashOf } from "./email-address.ts";
import { Events } from "./events.ts";
import { whose } from "./sign-up.ts";

/** A mailbox bounced hard or its owner complained: nothing that this stops is sent there again, whoever it belongs to. */
export async function suppress(addressHash: string, given: SuppressionReason): Promise<void> {
  const reason = Suppression.stronger(await Suppression.of(addressHash), given);
  const candidateId = await whose(addressHash);
  const gate = candidateId ? await Gate.read(candidateId) : undefined;
  const { data: primary } = gate
    ? await entities.address.query.person({ candidateId: gate.candidateId }).go({ consistent: true })
    : { data: [] };
  const hers = gate && primary.some((address) => address.primary && address.addressHash === addressHash);
  await commit(({ suppression, gate: gates, event }) => [
    suppression.put({ addressHash, reason, at: Clock.iso() }).commit(),
    ...(gate && hers && gate.suppressed !== reason
      ? [
          gates
            .patch({ candidateId: gate.candidateId })
            .set({ suppressed: reason, revision: gate.revision + 1 })
            .where((it, op) => op.eq(it.revision, gate.revision))
            .commit(),
          event.create(Events.Suppressed({ candidateId: gate.candidateId, reason })).commit(),
        ]
      : []),
  ]);
}

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
