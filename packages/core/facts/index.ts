export * as Facts from "./index.ts";

import { createHash } from "node:crypto";
import type { Info as Profile } from "../candidate/candidate.schema.ts";
import { Clock } from "../clock.ts";
import * as Gate from "../gate/index.ts";
import type { Facts as Reading } from "./facts.schema.ts";

export { Facts as Info, type Happenings, Stage, Standing } from "./facts.schema.ts";

export const SHARDS = 64;

/** Spreads people evenly, always the same way: any one shard is a fair sample of everybody. Two digits, "00" to "63". */
export const shardOf = (candidateId: string): string =>
  String(createHash("sha256").update(candidateId).digest().readUInt16BE(2) % SHARDS).padStart(2, "0");

/** What rules are evaluated over, read from a profile and its gate. */
export function factsOf(
  profile: Profile & { trace?: string },
  gate: Gate.Info,
  hasAddress: boolean,
): Reading {
  const { answers: _, revision: __, leftAt: ___, phone: ____, link: _____, trace: ______, ...told } = profile;
  const permission = gate.permissions.job_news;
  const stop = gate.doNotContact ? ("do_not_contact" as const) : gate.suppressed;
  return {
    ...told,
    hasAddress,
    permission: permission?.state ?? "none",
    ...(permission?.until ? { permissionUntil: permission.until } : {}),
    ...(permission?.ground ? { ground: permission.ground } : {}),
    ...(permission?.ground === "legitimate_interest" && !gate.notice?.source ? { unsourced: true } : {}),
    ...(stop ? { stop } : {}),
    tracked: Gate.tracked(gate, Clock.now()),
  };
}

/** How a profile stands in the roster: written with every change of the profile or of what its gate says here. */
export const listing = (profile: Profile, gate: Gate.Info, hasAddress: boolean) => ({
  facts: JSON.stringify(factsOf(profile, gate, hasAddress)),
  roster: shardOf(profile.candidateId),
  listedAt: profile.joinedAt ?? profile.createdAt,
});
