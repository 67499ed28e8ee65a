import type { Happenings } from "../facts/facts.schema.ts";
import { needsConsent, type Terms } from "../organisation/needs-consent.ts";
import { Policy } from "../organisation/organisation.schema.ts";
import { CLASSES, type MessageClass } from "../suppression/classes.ts";
import type { Info, Permission } from "./gate.schema.ts";

export type Verdict =
  | { readonly ok: true; readonly consentId?: string }
  | { readonly ok: false; readonly code: string; readonly inputs: Record<string, unknown> };

/** What we ship, for whoever has not read the organisation's own. */
const SHIPPED: Terms = Policy.parse({});

/**
 * May a mail of this class go to her now? Pure: the same gate, terms and instant always give the same answer. A generated person is
 * nobody to write to; what else stands against it is said first, so that a sample looks like what it is a sample of.
 */
export function judge(gate: Info, kind: MessageClass, now: Date, terms: Terms = SHIPPED): Verdict {
  const verdict = allowed(gate, kind, now, terms);
  return verdict.ok && gate.sample ? no("sample") : verdict;
}

function allowed(gate: Info, kind: MessageClass, now: Date, terms: Terms): Verdict {
  const rule = CLASSES[kind];
  if (gate.erased) return no("erased");
  if (gate.suppressed && (rule.stoppedBy as readonly string[]).includes(gate.suppressed))
    return no("suppressed", { reason: gate.suppressed });
  if (gate.doNotContact && rule.doNotContact) return no("do_not_contact");
  if (!("needs" in rule)) return { ok: true };
  const permission = gate.permissions[rule.needs];
  if (permission && held(permission, now)) return grounded(gate, permission, terms);
  return no("no_consent", {
    purpose: rule.needs,
    state: permission?.state ?? "none",
    until: permission?.until,
  });
}

/** What she gave herself always holds. Another ground holds only where the law knows it, and where we can say whence we have her data. */
function grounded({ country, notice }: Info, permission: Permission, terms: Terms): Verdict {
  if (isInterest(permission)) {
    if (needsConsent(country, terms)) return no("needs_consent", { country: country ?? "unknown" });
    if (!notice?.source) return no("missing_source");
  }
  return { ok: true, consentId: permission.consentId };
}

const isInterest = ({ ground }: Permission) => ground === "legitimate_interest";

/** Whether the organisation's terms decide about her. */
export const needsTerms = ({ permissions: { job_news } }: Info): boolean =>
  job_news !== undefined && isInterest(job_news);

const no = (code: string, inputs: Record<string, unknown> = {}): Verdict => ({ ok: false, code, inputs });

/** Whether a permission is granted and has not run out. */
export function held(permission: Permission | undefined, now: Date): boolean {
  return (
    permission?.state === "granted" &&
    (permission.until === undefined || permission.until > now.toISOString())
  );
}

/** Whether her opens and clicks may be tracked. */
export const tracked = (gate: Info, now: Date): boolean => held(gate.permissions.tracking, now);

/** What happened between her and us lately, as rules see it. */
export function happenings(gate: Info, now: Date): Happenings {
  const { mailedAt, clickedAt, repliedAt, contactedAt } = gate;
  return {
    tracked: tracked(gate, now),
    ...(mailedAt ? { mailed: mailedAt } : {}),
    ...(clickedAt ? { clicked: clickedAt } : {}),
    ...(repliedAt ? { replied: repliedAt } : {}),
    ...(contactedAt ? { contacted: contactedAt } : {}),
  };
}

/** What she is still owed: where we have her data from, in the first mail that reaches her (GDPR art. 14(3)(b)). */
export const noticeOwed = ({ notice }: Info) => (notice && !notice.givenAt ? notice : undefined);
