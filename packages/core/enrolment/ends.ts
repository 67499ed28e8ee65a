/** Why a person left a campaign. `left_out`: she never began, for want of permission or address, or in another campaign. */
export const ENDS = [
  "finished",
  "left_out",
  "stopped.unsubscribed",
  "stopped.erased",
  "stopped.replied",
  "stopped.bounced",
  "stopped.campaign",
] as const;
