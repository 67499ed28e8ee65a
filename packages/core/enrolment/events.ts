import * as z from "zod";
import { define } from "../event/define.ts";
import { Id } from "../id.ts";
import { End } from "./enrolment.schema.ts";

/** An enrolment is its own log entry: its moments that the bus tells of, by the names they have there. */
export const Moments = {
  Entered: "enrolment.entered",
  Ended: "enrolment.ended",
  LeftOut: "enrolment.left_out",
} as const;

const ids = { candidateId: Id("cnd"), campaignId: Id("cmp") };

/** What takes a moment back, or repeats one: an entry of its own, because the item can tell a moment once only. */
export const Events = {
  /** She had been left out, and is in now. */
  Admitted: define("enrolment.admitted", z.object(ids)),
  /** She had ended, and goes on. */
  Resumed: define("enrolment.resumed", z.object({ ...ids, end: End })),
  /** She ended once more. */
  EndedAgain: define("enrolment.ended_again", z.object({ ...ids, end: End })),
};
