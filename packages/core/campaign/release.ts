import { Events as Candidate } from "../candidate/events.ts";
import { Events as Consent } from "../consent/events.ts";
import { Events as Engagement } from "../engagement/events.ts";
import type { End } from "../enrolment/index.ts";
import * as Enrolment from "../enrolment/index.ts";
import { type Draft, payload } from "../event/index.ts";
import * as Gate from "../gate/index.ts";

/** An entry of the log after which nobody writes to her by a campaign. */
interface Told {
  readonly type: string;
  readonly stored: Partial<Draft>;
}

interface Leaving {
  readonly candidateId: string;
  readonly end: End;
  readonly inputs?: Record<string, unknown>;
  /** Whether it still holds: what a colleague said may have been taken back before it was heard. */
  readonly holds?: (gate: Gate.Info) => boolean;
}

/** Ends the campaigns of a person who left, bounced, or answered; those she entered since then stay. Answers how many. */
export async function release(told: Told): Promise<number> {
  const { eventId = "", at = "" } = told.stored;
  const leaving = leavingOf(told, { eventId, at });
  if (!leaving) return 0;
  const { candidateId, end, inputs = {}, holds } = leaving;
  if (holds && !(await Gate.read(candidateId).then((gate) => gate && holds(gate)))) return 0;
  return Enrolment.endAll(candidateId, end, { code: end, inputs, at });
}

interface Act {
  readonly eventId: string;
  readonly at: string;
}

function leavingOf({ type, stored }: Told, act: Act): Leaving | undefined {
  const inputs = { actId: act.eventId };
  switch (type) {
    case Candidate.Erased.type:
      return { ...payload(Candidate.Erased, stored), end: "stopped.erased" };
    case Candidate.Suppressed.type:
      return suppressed(payload(Candidate.Suppressed, stored));
    case Candidate.DoNotContact.type: {
      const { candidateId, on } = payload(Candidate.DoNotContact, stored);
      const holds = ({ doNotContactAct }: Gate.Info) => doNotContactAct === act.eventId;
      const stop = { end: "stopped.unsubscribed", inputs: { ...inputs, by: "do_not_contact" } } as const;
      return on ? { candidateId, ...stop, holds } : undefined;
    }
    case Engagement.Replied.type: {
      const { candidateId } = payload(Engagement.Replied, stored);
      const holds = ({ repliedAt = "" }: Gate.Info) => repliedAt >= act.at;
      return { candidateId, end: "stopped.replied", inputs, holds };
    }
    default:
      return withdrawn(stored);
  }
}

/** A mailbox that is not there, or whose owner complained. The others are told by what came with them. */
function suppressed({ candidateId, reason }: { candidateId: string; reason: string }): Leaving | undefined {
  if (reason === "bounce") return { candidateId, end: "stopped.bounced" };
  if (reason !== "complaint") return undefined;
  return { candidateId, end: "stopped.unsubscribed", inputs: { by: "complaint" } };
}

/** An erasure withdraws her permissions as well: it is told by its own event, once. */
function withdrawn(stored: Partial<Draft>): Leaving | undefined {
  const { candidateId, purpose, reason } = payload(Consent.Withdrawn, stored);
  if (purpose !== "job_news" || reason === "erased") return undefined;
  return { candidateId, end: "stopped.unsubscribed" };
}
