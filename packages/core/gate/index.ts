export type { Terms } from "../organisation/needs-consent.ts";
export * as Gate from "./index.ts";

import { batchGet } from "../batch-get.ts";
import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import { Info, type Mark, type Permission, type Purpose } from "./gate.schema.ts";

export { Info, type Mark, type Permission, Purpose } from "./gate.schema.ts";
export { happenings, held, judge, needsTerms, noticeOwed, tracked, type Verdict } from "./judge.ts";
export { occupied, released } from "./place.ts";

const MARKS = 40;
const CLAIM_DAYS = 30;

/** A person's gate as it stands now, read strongly; undefined when nothing is kept of her. */
export async function read(candidateId: string): Promise<Info | undefined> {
  const { data } = await entities.gate.get({ candidateId }).go({ consistent: true });
  return data ? Info.parse(data) : undefined;
}

/**
 * Many gates in one read. For a list, where a fresh unsubscribe may show a moment late; `consistent` where it decides something.
 */
export async function readMany(
  candidateIds: readonly string[],
  { consistent = false } = {},
): Promise<Map<string, Info>> {
  const keys = [...new Set(candidateIds)].map((candidateId) => ({ candidateId }));
  const gates = await batchGet(keys, (some) => entities.gate.get(some).go({ consistent }));
  return new Map(gates.map((item) => [item.candidateId, Info.parse(item)]));
}

/** The gate after permissions changed. */
export function withPermissions(gate: Info, changes: Partial<Record<Purpose, Permission>>) {
  return { permissions: { ...gate.permissions, ...changes }, revision: gate.revision + 1 };
}

/** The gate's marks with one more; a kind and day stand once, the oldest make room. */
export function withMark(marks: readonly Mark[], kind: Mark["kind"], at: Date): Mark[] {
  if (isMarked(marks, kind, at)) return [...marks];
  return [...marks, { kind, day: dayOf(at) }].slice(-MARKS);
}

const dayOf = (at: Date) => at.toISOString().slice(0, 10);
const isMarked = (marks: readonly Mark[], kind: Mark["kind"], at: Date) =>
  marks.some((mark) => mark.kind === kind && mark.day === dayOf(at));

/** The gate after a nurture mail was claimed: remembered for the caps and the rules, and drawn on the season line. */
export function withClaim(gate: Info, messageId: string, at: Date) {
  const since = new Date(at.getTime() - CLAIM_DAYS * 86_400_000).toISOString();
  const others = gate.claims.filter((claim) => claim.at >= since && claim.messageId !== messageId);
  const again = gate.claims.find((claim) => claim.messageId === messageId);
  const before = again ? again.before : gate.mailedAt;
  return {
    claims: [...others, { messageId, at: at.toISOString(), ...(before ? { before } : {}) }],
    mailedAt: at.toISOString(),
    marks: withMark(gate.marks, "s", at),
    revision: gate.revision + 1,
  };
}

/**
 * Forgets a nurture mail that did not leave. The mark of its day goes too, unless another mail of that day stands on it.
 * @param claimedAt of this claim alone: another sender may have taken the same place since
 */
export async function unclaim(candidateId: string, messageId: string, claimedAt?: string): Promise<void> {
  const gate = await read(candidateId);
  const claim = gate?.claims.find((one) => one.messageId === messageId);
  if (!gate || !claim || (claimedAt && claim.at !== claimedAt)) return;
  if (!(await withoutClaim(gate, claim))) await unclaim(candidateId, messageId, claimedAt);
}

type Changes = Partial<Pick<Info, "claims" | "marks" | "mailedAt" | "clickedAt" | "notice">>;

/** Writes a gate if it is as it was read. */
function write({ candidateId, revision }: Info, next: Changes, gone: readonly "mailedAt"[] = []) {
  const patch = entities.gate.patch({ candidateId }).set({ ...next, revision: revision + 1 });
  return applied(
    patch
      .remove([...gone])
      .where((it, op) => op.eq(it.revision, revision))
      .go(),
  );
}

/** When she was written to last goes back to what it was before this mail. */
function withoutClaim(gate: Info, claim: Info["claims"][number]): Promise<boolean> {
  const claims = gate.claims.filter((one) => one !== claim);
  const day = dayOf(new Date(claim.at));
  const shared = claims.some(({ at }) => dayOf(new Date(at)) === day);
  const marks = gate.marks.filter((mark) => shared || mark.kind !== "s" || mark.day !== day);
  const { before } = claim;
  const last = gate.mailedAt === claim.at;
  return write(
    gate,
    { claims, marks, ...(last && before ? { mailedAt: before } : {}) },
    last && !before ? ["mailedAt"] : [],
  );
}

/** Remembers that she clicked herself. A gate that changed meanwhile is read again: she may have left. */
export async function touch(candidateId: string, at: Date): Promise<void> {
  const gate = await read(candidateId);
  if (!gate || gate.erased) return;
  const later = (gate.clickedAt ?? "") < at.toISOString();
  if (!later && isMarked(gate.marks, "c", at)) return;
  const clicked = later ? { clickedAt: at.toISOString() } : {};
  if (!(await write(gate, { ...clicked, marks: withMark(gate.marks, "c", at) })))
    await touch(candidateId, at);
}

/** A mail that told her where we have her data from was accepted: the next need not. */
export async function noticeGiven(candidateId: string, at: string): Promise<void> {
  const gate = await read(candidateId);
  if (!gate?.notice || gate.notice.givenAt) return;
  if (!(await write(gate, { notice: { ...gate.notice, givenAt: at } }))) await noticeGiven(candidateId, at);
}

/** A permission as it is written today. */
export const permission = (state: Permission["state"], consentId: string, until?: string): Permission => ({
  state,
  consentId,
  at: Clock.iso(),
  ...(until ? { until } : {}),
});
