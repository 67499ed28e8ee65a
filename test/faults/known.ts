import { type Item, ofKind } from "../flows/support/recount.ts";
import type { Evidence } from "./evidence.ts";

/** What is there at the end, by what acts name it. */
export interface Known {
  /** Addresses as they were typed. */
  readonly addresses: ReadonlySet<unknown>;
  /** Keyed hashes of addresses that get nothing, the erased among them. */
  readonly suppressed: ReadonlySet<unknown>;
  /** People with a permission in the ledger. */
  readonly granted: ReadonlySet<unknown>;
  readonly notes: ReadonlySet<unknown>;
  readonly campaigns: ReadonlyMap<unknown, Item>;
  person(candidateId: string): Item | undefined;
  mayWrite(candidateId: string): boolean;
  /** Whether somebody tried that with her after an instant, with or without an answer. */
  tried(kind: string, candidateId: string, after: number): boolean;
  /** Whether anything since may have taken her out of the talent community. */
  left(candidateId: string, after: number): boolean;
}

const LEAVING = ["unsubscribe", "erase"];

export function known({ items, acts }: Evidence): Known {
  const people = new Map(ofKind(items, "candidate").map((item) => [item.candidateId, item]));
  const gates = new Map(ofKind(items, "gate").map((item) => [item.candidateId, item]));
  const tried = (kind: string, candidateId: string, after: number) =>
    acts.some(
      (act) => act.kind === kind && act.candidateId === candidateId && (act.done ?? act.tried) >= after,
    );
  return {
    addresses: new Set(ofKind(items, "address").map(({ raw }) => raw)),
    suppressed: new Set(ofKind(items, "suppression").map(({ addressHash }) => addressHash)),
    granted: new Set(
      ofKind(items, "consent").flatMap((line) => (line.state === "granted" ? [line.candidateId] : [])),
    ),
    notes: new Set(ofKind(items, "note").map(({ text }) => text)),
    campaigns: new Map(ofKind(items, "campaign").map((item) => [item.campaignId, item])),
    person: (candidateId) => people.get(candidateId),
    mayWrite: (candidateId) => opens(gates.get(candidateId)),
    tried,
    left: (candidateId, after) => LEAVING.some((kind) => tried(kind, candidateId, after)),
  };
}

function opens(gate: Item | undefined): boolean {
  if (!gate || gate.erased || gate.doNotContact || gate.suppressed) return false;
  const { job_news } = gate.permissions as { job_news?: { state: string } };
  return job_news?.state === "granted";
}
