export * as Consent from "./index.ts";

import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { Clock } from "../clock.ts";
import { newId } from "../id.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import { entities } from "../service.ts";
import type { Locale } from "../text.ts";
import type { Info, Method, Purpose } from "./consent.schema.ts";
import { wording } from "./wording.ts";

export { Method, Purpose } from "./consent.schema.ts";
export { Events } from "./events.ts";

/** Permission lasts 24 months from when it was given; renewal is asked for before (CNIL, recruitment guide 2023). */
const MONTHS = 24;

export interface Entry {
  readonly candidateId: string;
  readonly purpose: Purpose;
  readonly state: Info["state"];
  readonly method: Method;
  readonly locale: Locale;
  readonly organisation: Settings;
  readonly formId?: string;
  /** When the id must follow from the cause, e.g. a confirmation that may be posted twice. */
  readonly consentId?: string;
}

/** A line of the ledger as it is written, with the version and hash of the words she saw. */
export function entry({ organisation, consentId, ...given }: Entry): Info {
  const { version, text } = wording(given.purpose, given.locale, organisation);
  return {
    ...given,
    consentId: consentId ?? newId("con"),
    at: Clock.iso(),
    wording: version,
    wordingHash: createHash("sha256").update(text).digest("hex"),
    controller: organisation.name,
    ...(given.state === "granted" ? { until: expiry(Clock.now()) } : {}),
  };
}

/** Whether the ledger has this line, read strongly. */
export async function exists(candidateId: string, consentId: string): Promise<boolean> {
  const { data } = await entities.consent.get({ candidateId, consentId }).go({ consistent: true });
  return data !== null;
}

/** The instant a permission given now ends by itself. The 31st becomes the month's last day. */
export function expiry(from: Date): string {
  const start = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO("UTC");
  return start.add({ months: MONTHS }).toInstant().toString({ fractionalSecondDigits: 3 });
}
