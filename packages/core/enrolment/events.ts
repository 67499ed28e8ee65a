/** An enrolment is its own log entry: its moments that the bus tells of, by the names they have there. */
export const Moments = { Entered: "enrolment.entered", Ended: "enrolment.ended" } as const;
