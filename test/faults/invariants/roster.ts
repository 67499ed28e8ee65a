import { isDeepStrictEqual } from "node:util";
import { Info as Profile } from "../../../packages/core/candidate/candidate.schema.ts";
import * as Facts from "../../../packages/core/facts/index.ts";
import { Info as Gate } from "../../../packages/core/gate/gate.schema.ts";
import { type Item, ofKind } from "../../flows/support/recount.ts";
import type { Invariant } from "../invariant.ts";

/** What rules, lists and facets see of everybody is what her profile and her gate say. Who has not confirmed is not listed. */
export const roster: Invariant = {
  name: "facets and roster are a rebuild from the profiles",
  query: "facts and shard of every profile, beside those made again of profile, gate and addresses",
  check({ items }) {
    const gates = new Map(ofKind(items, "gate").map((gate) => [gate.candidateId, gate]));
    const reached = new Set(
      ofKind(items, "address").flatMap(({ candidateId, primary }) => (primary ? [candidateId] : [])),
    );
    return ofKind(items, "candidate").flatMap((candidate) => {
      const what = differs(candidate, gates.get(candidate.candidateId), reached.has(candidate.candidateId));
      return what ? [{ what, candidateId: String(candidate.candidateId) }] : [];
    });
  },
};

function differs(candidate: Item, gate: Item | undefined, hasAddress: boolean): string | undefined {
  if (!gate) return "a profile without a gate";
  if (candidate.standing === "pending") return candidate.facts ? "listed before she confirmed" : undefined;
  if (typeof candidate.facts !== "string") return "not listed";
  const again = Facts.listing(Profile.parse(candidate), Gate.parse(gate), hasAddress);
  const [is, should] = [candidate.facts, again.facts].map(
    (text): Record<string, unknown> => Facts.Info.parse(JSON.parse(text)),
  );
  if (candidate.roster !== again.roster) return `listed in shard ${candidate.roster}, not ${again.roster}`;
  if (isDeepStrictEqual(is, should)) return undefined;
  const names = [...new Set([...Object.keys(is ?? {}), ...Object.keys(should ?? {})])];
  const others = names.filter((name) => !isDeepStrictEqual(is?.[name], should?.[name]));
  return `listed with other facts: ${others.join(", ")}`;
}
