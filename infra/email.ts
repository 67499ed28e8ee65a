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
