import { Events as Candidate } from "../candidate/events.ts";
import { Events as Again } from "../enrolment/events.ts";
import { counterOf } from "../enrolment/stamp.ts";
import { type Addition, ALL, type Counter, ofCampaign, Scope } from "../metric/index.ts";

/** What an event of a person's coming, going or way through a campaign counts; nothing for any other. Pure. */
export function ofEvent(type: string, event: Readonly<Record<string, unknown>>): Addition[] {
  return [...people(type, event), ...again(type, event)];
}

/** Moments of an enrolment that take an earlier one back, or repeat it. */
function again(type: string, { campaignId: id, data }: Readonly<Record<string, unknown>>): Addition[] {
  const campaignId = String(id);
  const counter = counterOf(String((data as { end?: unknown } | undefined)?.end));
  switch (type) {
    case Again.Admitted.type:
      return [...less(campaignId, "leftOut"), ...ofCampaign(campaignId, "entered")];
    case Again.Resumed.type:
      return less(campaignId, counter);
    case Again.EndedAgain.type:
      return ofCampaign(campaignId, counter);
    default:
      return [];
  }
}

const less = (campaignId: string, counter: Counter): Addition[] =>
  ofCampaign(campaignId, counter).map((addition) => ({ ...addition, amount: -1 }));

/** What somebody's coming or going counts, over all time and on its day. */
function people(type: string, { at, data }: Readonly<Record<string, unknown>>): Addition[] {
  const isKnown = (data as { known?: unknown } | undefined)?.known === true;
  const counters: Readonly<Record<string, readonly Counter[]>> = {
    [Candidate.Added.type]: ["added"],
    [Candidate.Joined.type]: isKnown ? ["joined", "joinedKnown"] : ["joined"],
    [Candidate.Left.type]: ["left"],
  };
  return [ALL, String(at).slice(0, 10)].flatMap((period) =>
    (counters[type] ?? []).map((counter) => ({ scope: Scope.organisation, period, counter })),
  );
}
