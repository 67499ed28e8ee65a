import type { Evidence } from "../faults/evidence.ts";
import { addresses } from "../faults/invariants/addresses.ts";
import { deadLetters } from "../faults/invariants/dead-letters.ts";
import { oneMail } from "../faults/invariants/one-mail.ts";
import { outbox } from "../faults/invariants/outbox.ts";
import { ofKind } from "../flows/support/recount.ts";
import { emailOf } from "./applicant.ts";
import type { Found } from "./found.ts";
import type { Response } from "./offered.ts";

/** What must hold of every run that comes to rest, as the fault runs have it. */
const INVARIANTS = [addresses, oneMail, outbox, deadLetters];

export const isStored = ({ status = 0 }: Response) => status >= 200 && status < 300;
export const isRefused = ({ status, retryAfter = 0 }: Response) => status === 429 && retryAfter > 0;

/** What is not as it must be, a sentence each. */
export function problems(responses: readonly Response[], found: Found): string[] {
  return [...strange(responses), ...lost(responses, found), ...broken(found)];
}

/** Somebody is taken, or asked to come again: nothing else. */
function strange(responses: readonly Response[]): string[] {
  const others = responses.filter((one) => !isStored(one) && !isRefused(one));
  return [...Map.groupBy(others, wordsOf)].map(([what, all]) => `${all.length} sign-ups got ${what}`);
}

const wordsOf = ({ status, failed }: Response) => {
  if (status === undefined) return `no answer (${failed})`;
  return status === 429 ? "429 without a Retry-After" : `a ${status}`;
};

/** Who was told that it worked is in the table and has one mail to confirm; who was refused is not there. */
function lost(responses: readonly Response[], { items, mails }: Found): string[] {
  const kept = new Set(ofKind(items, "address").map(({ raw }) => raw));
  const asked = new Map<string, number>();
  for (const { to, tags } of mails) if (!tags.campaign) asked.set(to, (asked.get(to) ?? 0) + 1);
  const taken = responses.filter(isStored).map(({ n }) => emailOf(n));
  const refused = responses.filter(isRefused).map(({ n }) => emailOf(n));
  return [
    ...counted(
      taken.filter((email) => !kept.has(email)),
      "acknowledged sign-ups are not stored",
    ),
    ...counted(
      refused.filter((email) => kept.has(email)),
      "refused sign-ups are stored",
    ),
    ...counted(
      taken.filter((email) => asked.get(email) !== 1),
      "acknowledged sign-ups do not have exactly one mail to confirm",
    ),
  ];
}

const counted = (which: readonly string[], what: string): string[] =>
  which.length > 0 ? [`${which.length} ${what}, ${which[0]} among them`] : [];

function broken({ dead, ...found }: Found): string[] {
  const evidence: Evidence = { ...NOTHING_ELSE, ...found, dead: { before: dead, after: [] } };
  return INVARIANTS.flatMap((invariant) => {
    const [first, ...more] = invariant.check(evidence);
    if (!first) return [];
    return [`Broken: ${invariant.name}: ${first.what}${more.length > 0 ? `, and ${more.length} more` : ""}`];
  });
}

const PART = { rebuilt: 0, equal: 0, different: 0, busy: 0, put: 0, named: [] };

/** No fault was made and nothing else was asked for. */
const NOTHING_ELSE = {
  ...{ handovers: [], faults: [], acts: [], anomalies: [], running: [], rate: 0, skewMs: 0 },
  rebuilt: { log: PART, figures: PART, roster: PART },
};
