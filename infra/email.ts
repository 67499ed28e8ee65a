import type { QueueName } from "./bus.ts";

/** What SES is asked to publish. EventBridge destinations accept the default bus only (SES v2 API, EventBridgeDestination). */
export const email = {
  configurationSet: "perennial",
  destination: "default",
  events: [
    "SEND",
    "REJECT",
    "BOUNCE",
    "COMPLAINT",
    "DELIVERY",
    "DELIVERY_DELAY",
    "OPEN",
    "CLICK",
    "RENDERING_FAILURE",
  ],
} as const;

/**
 * SES publishes to EventBridge best effort. What must not be lost comes a second time, by a topic, to the queue that the bus feeds
 * as well; whatever came twice counts once. On a laptop nothing is lost, so there is no second path.
 */
export const secondPath = {
  events: ["BOUNCE", "COMPLAINT"],
  queues: ["figures"],
} as const satisfies { readonly events: readonly string[]; readonly queues: readonly QueueName[] };
