import { Clock } from "../clock.ts";
import { entities } from "../service.ts";
import { ANSWER_WITHIN_MS, HANDOVER_MS } from "./within.ts";

const LOOK_MS = 25;

/**
 * Resolves when no mail to her is on its way into SES any more: what had its last look before her gate was written is marked as
 * `sending`, and is there in a moment. Called after that write, so that no mail leaves once a stop is acknowledged. A sender that died
 * holds it up for half a second.
 */
export async function landed(candidateId: string): Promise<void> {
  for (let waited = 0; waited < HANDOVER_MS && (await underWay(candidateId)); waited += LOOK_MS)
    await pause(LOOK_MS);
}

/** The same for a whole campaign, of which nobody knows the mails that are on their way: it waits as long as they may take. */
export const landedAll = (): Promise<void> => pause(HANDOVER_MS);

async function underWay(candidateId: string): Promise<boolean> {
  const since = new Date(Clock.ms() - ANSWER_WITHIN_MS).toISOString();
  const { data } = await entities.message.query
    .person({ candidateId })
    .where((it, op) => `${op.eq(it.state, "sending")} AND ${op.gt(it.sendBy, since)}`)
    .go({ consistent: true, pages: "all" });
  return data.length > 0;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
