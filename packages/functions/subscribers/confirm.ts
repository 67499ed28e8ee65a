import * as Consent from "@perennial/core/consent";
import * as Invitation from "@perennial/core/invitation";
import { queue } from "../adapter/queue.ts";
import { read } from "./detail.ts";

/** Sends the double opt-in mail, once an event. */
export const handler = queue("confirm", (envelope) =>
  Invitation.send({
    eventId: String(envelope.detail.eventId),
    ...read(Consent.Events.Requested, envelope),
  }),
);
