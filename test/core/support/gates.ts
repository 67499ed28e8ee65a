import fc from "fast-check";
import type { Gate } from "../../../packages/core/gate/index.ts";
import { MessageClass } from "../../../packages/core/suppression/classes.ts";

export const now = new Date("2026-03-02T09:00:00.000Z");
const DAY_MS = 86_400_000;

/** Instants around now, now itself and its neighbours included. */
export const instants = fc
  .oneof(fc.constantFrom(-1, 0, 1), fc.integer({ min: -800 * DAY_MS, max: 800 * DAY_MS }))
  .map((off) => new Date(now.getTime() + off).toISOString());

export const classes = fc.constantFrom(...MessageClass.options);
export const reasons = fc.constantFrom("bounce", "complaint", "unsubscribe", "erasure");

const permissions: fc.Arbitrary<Gate.Permission> = fc.record(
  {
    state: fc.constantFrom("pending", "granted", "withdrawn"),
    consentId: fc.constant(`con_${"0".repeat(26)}`),
    at: instants,
    until: instants,
  },
  { requiredKeys: ["state", "consentId", "at"] },
);

/** Every gate there can be. */
export const gates: fc.Arbitrary<Gate.Info> = fc.record(
  {
    candidateId: fc.constant(`cnd_${"0".repeat(26)}`),
    permissions: fc.record({ job_news: permissions, tracking: permissions }, { requiredKeys: [] }),
    suppressed: reasons,
    doNotContact: fc.boolean(),
    erased: fc.boolean(),
    claims: fc.array(fc.record({ messageId: fc.constant(`msg_${"0".repeat(26)}`), at: instants }), {
      maxLength: 5,
    }),
    marks: fc.constant([]),
    revision: fc.nat(),
  },
  {
    requiredKeys: ["candidateId", "permissions", "doNotContact", "erased", "claims", "marks", "revision"],
  },
);

/** A gate that lets everything through. */
export const open: Gate.Info = {
  candidateId: `cnd_${"0".repeat(26)}`,
  doNotContact: false,
  erased: false,
  claims: [],
  marks: [],
  permissions: {
    job_news: { state: "granted", consentId: `con_${"0".repeat(26)}`, at: now.toISOString() },
  },
  revision: 1,
};
