export * as Suppression from "./index.ts";

import type { SuppressionReason } from "../gate/gate.schema.ts";
import { entities } from "../service.ts";

export { CLASSES, MessageClass } from "./classes.ts";

/** Why an address is suppressed, if it is; read strongly. */
export async function of(addressHash: string): Promise<SuppressionReason | undefined> {
  const { data } = await entities.suppression.get({ addressHash }).go({ consistent: true });
  return data?.reason;
}

const WEIGHT: Record<SuppressionReason, number> = { unsubscribe: 1, erasure: 2, complaint: 3, bounce: 4 };

/** The stronger of two reasons: an unsubscribe never hides that the mailbox does not exist. */
export function stronger(a: SuppressionReason | undefined, b: SuppressionReason): SuppressionReason {
  return a && WEIGHT[a] > WEIGHT[b] ? a : b;
}
