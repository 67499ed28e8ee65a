import { Config } from "../config.ts";
import * as Gate from "../gate/index.ts";
import { unsubscribeToken } from "./leave.ts";

/** Where the one press leads that ends these mails; also how she objects. */
export const unsubscribeUrl = async (candidateId: string, messageId: string) =>
  `${Config.siteUrl()}/unsubscribe/${await unsubscribeToken(candidateId, messageId)}`;

/** What this mail must tell her of where we have her data from; undefined when she gave it herself, or was told. */
export async function noticeFor(gate: Gate.Info, messageId: string) {
  const owed = Gate.noticeOwed(gate);
  if (!owed?.source) return undefined;
  const { source, obtainedAt } = owed;
  return { source, obtainedAt, objectUrl: await unsubscribeUrl(gate.candidateId, messageId) };
}
