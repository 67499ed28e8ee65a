import { Clock } from "../clock.ts";
import type { Info } from "./message.schema.ts";

/** After this the outcome stays unknown: her timeline says so, no figure counts it, and it is never sent again. */
export const UNKNOWN_AFTER_MS = 6 * 3_600_000;

type Owed = Pick<Info, "claimedAt"> & { readonly sendingAt?: string | undefined };

/** Since when SES owes an answer, and when the outcome is given up on. */
export const givenUpAt = ({ sendingAt, claimedAt }: Owed): Date =>
  new Date(Date.parse(sendingAt ?? claimedAt) + UNKNOWN_AFTER_MS);

/** The state as it is now: of somebody who left her campaign nobody looks at the mail again to write that it is given up on. */
export const stateNow = (mail: Owed & Pick<Info, "state">): Info["state"] =>
  mail.state === "sending" && givenUpAt(mail) <= Clock.now() ? "unknown" : mail.state;
