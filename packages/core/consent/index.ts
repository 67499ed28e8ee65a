export * as Consent from "./index.ts";

import { createHash } from "node:crypto";
import { Clock } from "../clock.ts";
import type { Ground } from "../gate/gate.schema.ts";
import { newId } from "../id.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import { entities } from "../service.ts";
import type { Locale } from "../text.ts";
import { Info, type Method, type Purpose } from "./consent.schema.ts";
import { wording } from "./wording.ts";

export { Info, Method, Purpose } from "./consent.schema.ts";
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

/** What an import says of how somebody may be written to. */
export interface Imported
  extends Pick<Info, "candidateId" | "consentId" | "locale" | "source" | "givenOn" | "place"> {
  readonly ground: Ground;
  readonly organisation: Settings;
}

/**
 * A line of the ledger for a ground that an import states: there are no words she saw, so the hash is of what was stated. Consent ends
 * by itself, counted from the day it was given.
 */
export function imported({ organisation, ...stated }: Imported): Info {
  const { ground, source = "", givenOn = "", place = "" } = stated;
  const text = JSON.stringify([ground, source, givenOn, place]);
  return {
    ...stated,
    purpose: "job_news",
    state: "granted",
    at: Clock.iso(),
    method: "import",
    wording: "import",
    wordingHash: createHash("sha256").update(text).digest("hex"),
    controller: organisation.name,
    ...(ground === "consent" && givenOn ? { until: expiry(new Date(givenOn)) } : {}),
  };
}

/** Whether the ledger has this line, read strongly. */
export async function exists(candidateId: string, consentId: string): Promise<boolean> {
  const { data } = await entities.consent.get({ candidateId, consentId }).go({ consistent: true });
  return data !== null;
}

/** A line of the ledger; undefined when nothing is kept of her any more. */
export async function read(candidateId: string, consentId: string): Promise<Info | undefined> {
  const { data } = await entities.consent.get({ candidateId, consentId }).go({ consistent: true });
  return data ? Info.parse(data) : undefined;
}

/** Takes out of the ledger what somebody wrote of a person who is erased; that there was a permission, and when, stays as proof. */
export async function forget(candidateId: string): Promise<void> {
  const { data } = await entities.consent.query
    .person({ candidateId })
    .go({ consistent: true, pages: "all" });
  for (const { consentId, source, place } of data)
    if (source !== undefined || place !== undefined)
      await entities.consent.patch({ candidateId, consentId }).remove(["source", "place"]).go();
}

/** The instant a permission given now ends by itself. A day that its month does not have becomes the month's last one. */
export function expiry(from: Date): string {
  const until = new Date(from);
  until.setUTCMonth(until.getUTCMonth() + MONTHS);
  if (until.getUTCDate() !== from.getUTCDate()) until.setUTCDate(0);
  return until.toISOString();
}
