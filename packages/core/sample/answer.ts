import { Events as Candidate } from "../candidate/events.ts";
import * as Consent from "../consent/index.ts";
import { Events as Engagement } from "../engagement/events.ts";
import { type Life, ledger, mark, suppress, tell } from "./life.ts";
import { MINUTE_MS, type Outcome, type Sent, told } from "./told.ts";

/** What she says to a mail, if anything: it ends her way. */
export function answered(life: Life, sent: Sent): Outcome["end"] {
  const { luck, persona } = life;
  const minutes = luck.between(60, 5000);
  if (luck.chance(0.006 + 0.025 * persona.warmth)) return replied(life, sent, minutes);
  if (luck.chance(0.014)) return unsubscribed(life, sent, minutes);
  return luck.chance(0.001) ? complained(life, sent, minutes) : undefined;
}

function replied(life: Life, sent: Sent, minutes: number): Outcome["end"] {
  const { candidateId } = life.persona;
  const before = life.gate.repliedAt ? { before: life.gate.repliedAt } : {};
  const at = new Date(sent.at.getTime() + minutes * MINUTE_MS);
  if (at >= life.beginning.begunAt) return undefined;
  tell(life, { at, by: "recruiter", what: `${sent.messageId} replied` }, (cause) =>
    Engagement.Replied({ candidateId, marked: true, ...before }, cause),
  );
  mark(life, "r", at);
  life.gate = { ...life.gate, repliedAt: at.toISOString() };
  return { end: "stopped.replied", code: "stopped.replied", at };
}

function unsubscribed(life: Life, sent: Sent, minutes: number): Outcome["end"] {
  const { candidateId } = life.persona;
  const at = new Date(sent.at.getTime() + minutes * MINUTE_MS);
  if (at >= life.beginning.begunAt) return undefined;
  const consentId = ledger(life, at, { purpose: "job_news", state: "withdrawn", method: "one_click" });
  tell(life, { at, by: "candidate", what: "withdrawn" }, (cause) =>
    Consent.Events.Withdrawn({ candidateId, purpose: "job_news", reason: "unsubscribed" }, cause),
  );
  tell(life, { at, by: "candidate", what: "left" }, (cause) =>
    Candidate.Left({ candidateId, reason: "unsubscribed" }, cause),
  );
  const permission = { state: "withdrawn" as const, consentId, at: at.toISOString() };
  life.gate = { ...life.gate, permissions: { ...life.gate.permissions, job_news: permission } };
  life.profile = { ...life.profile, standing: "left", leftAt: at.toISOString() };
  suppress(life, "unsubscribe", at);
  return { end: "stopped.unsubscribed", code: "stopped.unsubscribed", at };
}

function complained(life: Life, sent: Sent, minutes: number): Outcome["end"] {
  const at = told(life, sent, { minutes, what: "complained" }, (about, cause) =>
    Engagement.Complained({ ...about, positive: false }, cause),
  );
  return at && stopped(life, "complaint", at, "stopped.unsubscribed");
}

export function bounced(life: Life, sent: Sent, kind: "hard" | "soft"): Outcome["end"] {
  const subType = kind === "hard" ? "NoEmail" : "MailboxFull";
  const at = told(life, sent, { minutes: 1, what: "bounced" }, (about, cause) =>
    Engagement.Bounced({ ...about, kind, subType }, cause),
  );
  return at && kind === "hard" ? stopped(life, "bounce", at, "stopped.bounced") : undefined;
}

function stopped(
  life: Life,
  reason: "bounce" | "complaint",
  at: Date,
  end: "stopped.bounced" | "stopped.unsubscribed",
) {
  const { candidateId } = life.persona;
  suppress(life, reason, at);
  tell(life, { at, by: "system", what: "suppressed" }, (cause) =>
    Candidate.Suppressed({ candidateId, reason }, cause),
  );
  return { end, code: end, at };
}
