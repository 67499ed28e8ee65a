export * as Gate from "./index.ts";

import { batchGet } from "../batch-get.ts";
import { Clock } from "../clock.ts";
import { applied } from "../commit.ts";
import { entities } from "../service.ts";
import { CLASSES, type MessageClass } from "../suppression/classes.ts";
import { Info, type Mark, type Permission, type Purpose } from "./gate.schema.ts";

export { Info, type Mark, type Permission, Purpose } from "./gate.schema.ts";

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

export type Verdict =
  | { readonly ok: true; readonly consentId?: string }
  | { readonly ok: false; readonly code: string; readonly inputs: Record<string, unknown> };

/** May a mail of this class go to her now? Pure: the same gate and instant always give the same answer. */
export function judge(gate: Info, kind: MessageClass, now: Date): Verdict {
  const rule = CLASSES[kind];
  const no = (code: string, inputs: Record<string, unknown> = {}) => ({ ok: false as const, code, inputs });
  if (gate.erased) return no("erased");
  if (gate.suppressed && (rule.stoppedBy as readonly string[]).includes(gate.suppressed))
    return no("suppressed", { reason: gate.suppressed });
  if (gate.doNotContact && rule.doNotContact) return no("do_not_contact");
  if (!("needs" in rule)) return { ok: true };
  const permission = gate.permissions[rule.needs];
  if (permission && held(permission, now)) return { ok: true, consentId: permission.consentId };
  return no("no_consent", {
    purpose: rule.needs,
    state: permission?.state ?? "none",
    until: permission?.until,
  });
}

/** Whether a permission is granted and has not run out. */
export function held(permission: Permission | undefined, now: Date): boolean {
  return (
    permission?.state === "granted" &&
    (permission.until === undefined || permission.until > now.toISOString())
  );
}

/** Whether her opens and clicks may be tracked. */
export const tracked = (gate: Info, now: Date): boolean => held(gate.permissions.tracking, now);

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

/** The gate after a nurture mail was claimed: remembered for the caps, and drawn on the season line. */
export function withClaim(gate: Info, messageId: string, at: Date) {
  const since = new Date(at.getTime() - CLAIM_DAYS * 86_400_000).toISOString();
  const others = gate.claims.filter((claim) => claim.at >= since && claim.messageId !== messageId);
  return {
    claims: [...others, { messageId, at: at.toISOString() }],
    marks: withMark(gate.marks, "s", at),
    revision: gate.revision + 1,
  };
}

/** Forgets a nurture mail that did not leave. The mark of its day goes too, unless another mail of that day stands on it. */
export async function unclaim(candidateId: string, messageId: string): Promise<void> {
  const gate = await read(candidateId);
  const claim = gate?.claims.find((one) => one.messageId === messageId);
  if (!gate || !claim) return;
  if (!(await write(gate, withoutClaim(gate, claim)))) await unclaim(candidateId, messageId);
}

/** Writes a gate if it is as it was read. */
const write = ({ candidateId, revision }: Info, next: Partial<Pick<Info, "claims" | "marks">>) =>
  applied(
    entities.gate
      .patch({ candidateId })
      .set({ ...next, revision: revision + 1 })
      .where((it, op) => op.eq(it.revision, revision))
      .go(),
  );

function withoutClaim(gate: Info, claim: Info["claims"][number]) {
  const claims = gate.claims.filter((one) => one !== claim);
  const day = dayOf(new Date(claim.at));
  const shared = claims.some(({ at }) => dayOf(new Date(at)) === day);
  const marks = gate.marks.filter((mark) => shared || mark.kind !== "s" || mark.day !== day);
  return { claims, marks };
}

/** Remembers that she clicked herself. A gate that changed meanwhile is read again: she may have left. */
export async function touch(candidateId: string, at: Date): Promise<void> {
  const gate = await read(candidateId);
  if (!gate || gate.erased || isMarked(gate.marks, "c", at)) return;
  if (!(await write(gate, { marks: withMark(gate.marks, "c", at) }))) await touch(candidateId, at);
}

/** A permission as it is written today. */
export const permission = (state: Permission["state"], consentId: string, until?: string): Permission => ({
  state,
  consentId,
  at: Clock.iso(),
  ...(until ? { until } : {}),
});
