import { z } from "zod";

/** One entry of EventBridge's PutEvents. */
export interface PutEntry {
  readonly Source: string;
  readonly DetailType: string;
  /** JSON text. */
  readonly Detail: string;
  readonly EventBusName: string;
}

/** What the enrichment function answers: the events its records became, in order. */
const Events = z.array(
  z.object({
    source: z.string().min(1),
    "detail-type": z.string().min(1),
    detail: z.record(z.string(), z.unknown()),
  }),
);
export type Enriched = z.output<typeof Events>[number];

/** The enrichment's answer, parsed. Throws when it is anything else than a list of events. */
export function enrichedFrom(answer: unknown): Enriched[] {
  const parsed = Events.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new Error(`The enrichment did not answer a list of events: ${z.prettifyError(parsed.error)}`);
}

export const entryOf = (event: Enriched, bus: string): PutEntry => ({
  Source: event.source,
  DetailType: event["detail-type"],
  Detail: JSON.stringify(event.detail),
  EventBusName: bus,
});
