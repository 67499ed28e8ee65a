import type { Queues } from "../queue/index.ts";
import { between, chance } from "./chance.ts";
import type { Plan } from "./plan.ts";
import type { Recorder } from "./record.ts";
import { idsIn } from "./site.ts";

/** Longest that an event lies before its queue has it, or comes a second time. */
const HELD_MS = 700;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/**
 * Makes what the bus hands to queues come twice, later than what came after it, only at another attempt, or, from SES, never. Nothing
 * of ours is lost by it: the bus keeps a delivery until its queue has it.
 */
export function unsettle(queues: Queues, { seed, life, rates }: Plan, record: Recorder): void {
  const send = queues.send.bind(queues);
  const counts = new Map<string, number>();
  queues.send = async (queue, body) => {
    const nth = (counts.get(queue) ?? 0) + 1;
    counts.set(queue, nth);
    const strikes = (kind: "drop" | "delay" | "reorder" | "duplicate") => {
      if (chance(seed, life, queue, kind, nth) >= rates[kind]) return false;
      record.fault({ kind, by: queue, what: typeOf(body), nth, ids: idsIn(body) });
      return true;
    };
    if (isFromSes(body) && strikes("drop")) return;
    if (strikes("delay")) throw new Error("A fault of this machine's making.");
    const held = () => pause(between(0, HELD_MS, seed, life, queue, "held", nth));
    if (strikes("reorder")) await held();
    await send(queue, body);
    if (strikes("duplicate"))
      void held()
        .then(() => send(queue, body))
        .catch(() => undefined);
  };
}

interface Envelope {
  readonly source: string;
  readonly "detail-type": string;
  readonly detail?: { readonly eventType?: string };
}
const isFromSes = (body: string) => (JSON.parse(body) as Envelope).source === "aws.ses";
const typeOf = (body: string) => {
  const envelope = JSON.parse(body) as Envelope;
  return envelope.detail?.eventType ?? envelope["detail-type"];
};
