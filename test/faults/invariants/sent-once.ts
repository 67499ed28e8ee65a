import { type Item, ofKind } from "../../flows/support/recount.ts";
import type { Evidence } from "../evidence.ts";
import type { Breach, Invariant } from "../invariant.ts";

/** What leaves a mail's sender without an answer, or takes the sender away. */
const HITS = ["die-before", "die-after", "late", "lost"];
/** How long a mail may be under way from the mark `sending` on. */
const UNDER_WAY_MS = 12_000;
/** How long after its death a machine says so, once it is up again. */
const DOWN_MS = 40_000;

/**
 * A mail that counts as sent was sent, and a mail that was sent counts as sent. Only whose sender was hit while it was `sending` may stay
 * unknown.
 */
export const sentOnce: Invariant = {
  name: "exactly one mail where nothing hit `sending`",
  query:
    "messages by state, beside the mails that SES took by their tag `message` and the faults at that time",
  check(evidence) {
    const mails = new Map(evidence.mails.map((mail) => [mail.tags.message, mail]));
    return ofKind(evidence.items, "message").flatMap((message) => {
      const there = mails.has(String(message.messageId));
      return said(message, there, evidence).map((what): Breach => {
        const { messageId, candidateId } = message;
        return { what, messageId: String(messageId), candidateId: String(candidateId) };
      });
    });
  },
};

function said(message: Item, there: boolean, evidence: Evidence): string[] {
  const { state } = message;
  if (state === "accepted") return there ? [] : ["it counts as sent, and SES never took it"];
  if (state !== "unknown") return there ? [`SES took it, and it counts as ${state}`] : [];
  if (!wasHit(message, evidence)) return ["it stays unknown, though nothing hit its sender"];
  return there && !wasDropped(message, evidence) ? ["SES took it and said so, and it stays unknown"] : [];
}

function wasHit({ messageId, sendingAt }: Item, { faults, skewMs }: Evidence): boolean {
  const from = Date.parse(String(sendingAt)) - skewMs - 100;
  return faults.some(({ kind, at, ids }) => {
    const after = Date.parse(at) - from;
    if (kind === "killed") return after >= 0 && after <= DOWN_MS;
    if (!HITS.includes(kind) || after < 0 || after > UNDER_WAY_MS) return false;
    return ids.includes(String(messageId)) || ids.length === 0;
  });
}

const wasDropped = ({ messageId }: Item, { faults }: Evidence): boolean =>
  faults.some(({ kind, ids }) => kind === "drop" && ids.includes(String(messageId)));
