import type { Invariant } from "../invariant.ts";

/** What was written has been told to everybody who listens. */
export const outbox: Invariant = {
  name: "the outbox is drained",
  query: "records of the stream behind the pipe's cursor, deliveries of the bus, messages in queues",
  check: ({ waiting }) => waiting.map(({ place, count }) => ({ what: `${count} still waiting: ${place}` })),
};
