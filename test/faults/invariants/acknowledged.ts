import * as Candidate from "../../../packages/core/candidate/email-address.ts";
import type { Act } from "../book.ts";
import type { Evidence } from "../evidence.ts";
import type { Invariant } from "../invariant.ts";
import { type Known, known } from "../known.ts";

/** What somebody was told is done is there at the end, unless somebody took it back. */
export const acknowledged: Invariant = {
  name: "no acknowledged write is lost",
  query: "each answered request, beside the items that it was to write",
  check(evidence) {
    const here = known(evidence);
    return evidence.acts
      .filter(({ done }) => done !== undefined)
      .flatMap((act) => {
        const what = LOST[act.kind]?.(act, here, evidence);
        if (!what) return [];
        const { candidateId, campaignId } = act;
        return [
          {
            what: `"${act.kind}" was acknowledged: ${what}`,
            ...(candidateId ? { candidateId } : {}),
            ...(campaignId ? { campaignId } : {}),
          },
        ];
      });
  },
};

type Look = (act: Act, here: Known, evidence: Evidence) => string | false | undefined;

const LOST: Readonly<Record<string, Look>> = {
  "sign up": ({ email = "" }, { addresses, suppressed }, { mails }) =>
    !addresses.has(email) &&
    !suppressed.has(Candidate.hashOf(email)) &&
    !mails.some(({ to }) => to === email) &&
    `nothing is known of ${email}`,
  confirm: ({ candidateId = "", tried }, here) => {
    if (!here.granted.has(candidateId)) return "there is no line in the ledger";
    return (
      !here.left(candidateId, tried) && here.person(candidateId)?.standing !== "member" && "she is no member"
    );
  },
  unsubscribe: ({ candidateId = "", tried }, here) =>
    !here.tried("confirm", candidateId, tried) && here.mayWrite(candidateId) && "she may still be written to",
  "do not contact": ({ candidateId = "" }, here) =>
    here.mayWrite(candidateId) && "she may still be written to",
  erase: ({ candidateId = "" }, here) =>
    here.person(candidateId) !== undefined && "her profile is still there",
  note: ({ candidateId = "", value, tried }, here) =>
    !here.tried("erase", candidateId, 0) && !here.notes.has(value) && `${value} of ${tried} is gone`,
  edit: (act, here, { acts }) => {
    const { candidateId = "" } = act;
    const person = here.person(candidateId);
    if (!person || overwritten(act, acts)) return undefined;
    const later = acts.filter(
      ({ kind, candidateId: other, tried }) => kind === "edit" && other === candidateId && tried >= act.tried,
    );
    return (
      !later.some(({ value }) => value === person.city) && `her city is ${person.city}, not ${act.value}`
    );
  },
  import: ({ value = "" }, { addresses, suppressed }) => {
    const lost = value
      .split(" ")
      .filter((email) => !addresses.has(email) && !suppressed.has(Candidate.hashOf(email)));
    return lost.length > 0 && `nothing is known of ${lost.join(", ")}`;
  },
  launch: ({ campaignId = "" }, here) => here.campaigns.get(campaignId)?.state === "draft" && "it is a draft",
  stop: ({ campaignId = "" }, here) =>
    here.campaigns.get(campaignId)?.state !== "stopped" && `it is ${here.campaigns.get(campaignId)?.state}`,
};

/** Another edit was acknowledged after this one. */
const overwritten = ({ candidateId, done = 0 }: Act, acts: readonly Act[]) =>
  acts.some(
    (other) => other.kind === "edit" && other.candidateId === candidateId && (other.done ?? 0) > done,
  );
