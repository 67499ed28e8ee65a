/** A mail is its own log entry: its moments that the bus tells of, by the names they have there. */
export const Moments = { Accepted: "message.accepted" } as const;
