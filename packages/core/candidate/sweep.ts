import { applied } from "../commit.ts";
import * as Consent from "../consent/index.ts";
import * as Gate from "../gate/index.ts";
import * as Note from "../note/forget.ts";
import { entities } from "../service.ts";
import * as Task from "../task/forget.ts";

/**
 * Deletes what is left of somebody who is erased: her addresses, what waits to be confirmed, what colleagues wrote. There may be too
 * much of it for one transaction; nothing new can be written once her profile is gone, and the event of her erasure does it again
 * should this be cut short.
 */
export async function sweep(candidateId: string): Promise<void> {
  const gate = await Gate.read(candidateId);
  if (gate && !gate.erased) return;
  await Promise.all([
    addresses(candidateId),
    requests(candidateId),
    Consent.forget(candidateId),
    Note.forget(candidateId),
    Task.forget(candidateId),
  ]);
}

/** Each guard before the address that leads to it; who signed up with the same address since keeps hers. */
async function addresses(candidateId: string): Promise<void> {
  const { data } = await entities.address.query
    .person({ candidateId })
    .go({ consistent: true, pages: "all" });
  for (const { addressId, addressHash } of data) {
    const hers = entities.guard
      .delete({ addressHash })
      .where((it, op) => op.eq(it.candidateId, candidateId))
      .go();
    await applied(hers);
    await entities.address.delete({ candidateId, addressId }).go();
  }
}

async function requests(candidateId: string): Promise<void> {
  const { data } = await entities.request.query
    .person({ candidateId })
    .go({ consistent: true, pages: "all" });
  for (const { requestId } of data) await entities.request.delete({ candidateId, requestId }).go();
}
