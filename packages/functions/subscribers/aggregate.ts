import * as Figures from "@perennial/core/figures";
import { queueOfBatches } from "../adapter/queue.ts";

/** Keeps the exact counters: everything that is told is counted once. */
export const handler = queueOfBatches("aggregate", (envelopes) =>
  Figures.count(envelopes.map(({ source, "detail-type": type, detail }) => ({ source, type, detail }))),
);
