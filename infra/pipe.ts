import { bus, subscriptions } from "./bus.ts";
import type { FunctionName } from "./functions.ts";

/**
 * Table stream -> pipe -> bus. Filters are EventBridge patterns over DynamoDB stream records. New `event` items pass when
 * somebody subscribes to their type; a message and an enrolment are their own log entries, so their moments pass as well.
 */
export interface Pipe {
  readonly name: string;
  readonly filters: readonly Readonly<Record<string, unknown>>[];
  readonly enrichment: FunctionName;
  readonly target: string;
  readonly batch: number;
  readonly retries: number;
}

const entity = (name: string) => ({ __edb_e__: { S: [name] } });
/** What was generated to look around among only seems to have happened: nobody has to act on it. */
const real = { sample: { BOOL: [{ exists: false }] } };
/** Whoever wrote the batch counts it: nobody else has to hear. */
const none = { S: [{ exists: false }] };
const types = [...new Set(Object.values(subscriptions).flat())];

export const pipe = {
  name: "events",
  filters: [
    { eventName: ["INSERT"], dynamodb: { NewImage: { ...entity("event"), ...real, type: { S: types } } } },
    {
      eventName: ["INSERT"],
      dynamodb: { NewImage: { ...entity("enrolment"), ...real, enteredBatch: none } },
    },
    {
      eventName: ["MODIFY"],
      dynamodb: {
        NewImage: { ...entity("enrolment"), endedAt: { S: [{ exists: true }] } },
        // Who was taken up again ends by an event of her own.
        OldImage: { endedAt: { S: [{ exists: false }] }, resumedAt: { S: [{ exists: false }] } },
      },
    },
    {
      eventName: ["MODIFY"],
      dynamodb: {
        NewImage: { ...entity("message"), state: { S: ["accepted"] }, batch: none },
        OldImage: { state: { S: [{ "anything-but": "accepted" }] } },
      },
    },
  ],
  enrichment: "enrich",
  target: bus.name,
  batch: 10,
  retries: 5,
} as const satisfies Pipe;
