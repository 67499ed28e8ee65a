import type { Invariant } from "../invariant.ts";
import { acknowledged } from "./acknowledged.ts";
import { addresses } from "./addresses.ts";
import { aggregates } from "./aggregates.ts";
import { caps } from "./caps.ts";
import { claims } from "./claims.ts";
import { deadLetters } from "./dead-letters.ts";
import { enrolments } from "./enrolments.ts";
import { grounded } from "./grounded.ts";
import { indexRows } from "./index-rows.ts";
import { logged } from "./logged.ts";
import { oneMail } from "./one-mail.ts";
import { outbox } from "./outbox.ts";
import { quota } from "./quota.ts";
import { replayed } from "./replayed.ts";
import { roster } from "./roster.ts";
import { sentOnce } from "./sent-once.ts";
import { stopped } from "./stopped.ts";

/** What must hold after any run. */
export const INVARIANTS: readonly Invariant[] = [
  oneMail,
  sentOnce,
  grounded,
  stopped,
  caps,
  quota,
  acknowledged,
  logged,
  addresses,
  aggregates,
  roster,
  replayed,
  indexRows,
  enrolments,
  claims,
  outbox,
  deadLetters,
];
