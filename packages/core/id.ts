import { createHash } from "node:crypto";
import { monotonicFactory } from "ulidx";
import * as z from "zod";
import { Clock } from "./clock.ts";

const ulid = monotonicFactory();

/** A fresh, sortable, prefixed id. Lower case, because ElectroDB lowercases keys and an id must survive the round trip. */
export const newId = <P extends string>(prefix: P) =>
  `${prefix}_${ulid(Clock.ms()).toLowerCase()}` as `${P}_${string}`;

/**
 * An id that follows from its cause, so that doing something twice writes one thing.
 * @param parts what makes it the same thing, e.g. enrolment, step and visit
 */
export function derivedId<P extends string>(prefix: P, ...parts: readonly (string | number)[]) {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
  return `${prefix}_${digest}` as `${P}_${string}`;
}

/** Schema of an id with this prefix: 26 characters of ULID or 32 of a derived id. */
export const Id = <P extends string>(prefix: P) =>
  z.string().regex(new RegExp(`^${prefix}_[0-9a-z]{26,32}$`), `Must be an id that starts with ${prefix}_`);
