import { acted, capped, consent, countryName, listed, nextTry, waited } from "./sentences.ts";
import type { Wording } from "./wording.ts";

const CONSENT =
  "Campaign mail goes only to people whose permission for job news is granted and has not run out.";
const ONCE =
  "A mail is claimed before it is sent and never repeated when in doubt, so nobody gets a step twice.";
const WINDOW =
  "Campaign mail leaves in the organisation's sending hours only, unless a step asks for any hour.";
const LIMITS = "How many mails one person gets is limited over all campaigns together.";
const BRANCH = "A branch asks its rule of whoever comes to it; what is not known is neither yes nor no.";
const STOP = "A stop is honoured at once and ends every campaign the person is in.";

/** The codes that `advance` in core gives, and those around it. */
export const WORDINGS: Readonly<Record<string, Wording>> = {
  "entered.form": {
    chip: "entered",
    tone: "good",
    sentence: "Joined by the form this campaign listens to.",
    rule: "Whoever joins by the form while the campaign runs enters it once.",
  },
  "entered.segment": {
    chip: "entered",
    tone: "good",
    sentence: "Was in the segment of this campaign.",
    rule: "Whoever matches the segment's rule, as copied at the launch, enters once.",
  },
  "entered.hand": {
    chip: "entered",
    tone: "good",
    sentence: "A colleague put this person into the campaign.",
    rule: "Whoever is put in by hand enters by the same checks as everybody, once.",
  },
  resumed: {
    chip: "taken up again",
    tone: "good",
    sentence: "A colleague took the stop back: it goes on where it ended.",
    rule: "What was noted by mistake can be undone; mails that would have left meanwhile are not made up for.",
  },
  not_resumed: {
    chip: "not taken up again",
    tone: "plain",
    sentence: ({ state }) =>
      state === undefined
        ? "A colleague took the stop back, but by then another campaign had begun."
        : "A colleague took the stop back, but by then the campaign was over.",
    rule: "Who comes back goes on where she stood, if the campaign is still open and no other has begun.",
  },
  "deferred.window": {
    chip: "outside the hours",
    tone: "waiting",
    sentence: ({ until }) => `Waits for the sending hours${nextTry(until)}.`,
    rule: WINDOW,
  },
  "deferred.frequency_cap": {
    chip: "enough mail for now",
    tone: "waiting",
    sentence: capped,
    rule: LIMITS,
  },
  waited: {
    chip: "waiting",
    tone: "plain",
    sentence: waited,
    rule: "A wait begins for each person on coming to it.",
  },
  "branched.yes": {
    chip: "yes",
    tone: "good",
    sentence: "The branch's rule holds: took “Yes”.",
    rule: BRANCH,
  },
  "branched.no": {
    chip: "no",
    tone: "plain",
    sentence: "The branch's rule does not hold: took “No”.",
    rule: BRANCH,
  },
  "branched.unknown": {
    chip: "not known",
    tone: "waiting",
    sentence: ({ path }) =>
      `Not known, so the stated path was taken${path ? `: “${path === "yes" ? "Yes" : "No"}”` : ""}.`,
    rule: BRANCH,
  },
  acted: {
    chip: "done",
    tone: "good",
    sentence: acted,
    rule: "An act is done once for each person who comes to it.",
  },
  finished: {
    chip: "finished",
    tone: "good",
    sentence: ({ gone }) =>
      gone === true ? "The step that came next is gone; that was the end." : "Came to the end.",
    rule: "After the last step a campaign is over.",
  },
  ended: { chip: "over", tone: "plain", sentence: "The campaign is over for this person.", rule: "" },
  "asked.join": {
    chip: "asked to join",
    tone: "good",
    sentence: "Somebody signed up with this address.",
    rule: "Nothing but this one mail is sent before the address is confirmed.",
  },
  "asked.known": {
    chip: "already here",
    tone: "plain",
    sentence: "Somebody signed up again with an address that is known.",
    rule: "The page answers the same for known and unknown addresses; the mail tells the difference.",
  },
  sent: {
    chip: "sent",
    tone: "good",
    sentence: "The mail was due, and job news is allowed.",
    rule: `${CONSENT} ${ONCE}`,
  },
  "failed.rejected": {
    chip: "refused",
    tone: "harm",
    sentence: "The mail service refused this mail.",
    rule: "A refused mail is not repeated; it concerns this message only.",
  },
  unknown: {
    chip: "not known",
    tone: "waiting",
    sentence: "Whether the mail left is not known, so it is not sent again.",
    rule: ONCE,
  },
  "waiting.ses": {
    chip: "being sent",
    tone: "waiting",
    sentence: "The mail was handed over; the mail service's report is awaited.",
    rule: ONCE,
  },
  "held.campaign": {
    chip: "campaign rests",
    tone: "waiting",
    sentence: ({ state }) => `Waits: the campaign is ${String(state ?? "not running")}.`,
    rule: "Nobody is mailed while a campaign does not run; everybody keeps their place.",
  },
  "held.missing_field": {
    chip: "a value is missing",
    tone: "waiting",
    sentence: ({ fields }) =>
      `Held: the mail needs ${listed(fields)}, which is not known. Tried again every day.`,
    rule: "A mail with a gap in it is not sent.",
  },
  "held.no_template": {
    chip: "no template",
    tone: "harm",
    sentence: "Held: the template of this step is gone. Tried again every day.",
    rule: "A campaign mails only what somebody wrote.",
  },
  "held.missing_source": {
    chip: "source missing",
    tone: "waiting",
    sentence: "Held: it is not recorded where the data is from. Tried again every day.",
    rule: "People who did not give us their data themselves are told where we have it from, in the first mail; without a source that can't be said.",
  },
  "held.error": {
    chip: "held by a fault",
    tone: "harm",
    sentence: "Something went wrong with this one person; tried again in an hour.",
    rule: "A person who cannot be moved on is set aside and never stops the others.",
  },
  "skipped.no_consent": { chip: "no permission", tone: "plain", sentence: consent, rule: CONSENT },
  "skipped.no_address": {
    chip: "no address",
    tone: "plain",
    sentence: "Left out: no address is known.",
    rule: "A mail needs a primary address.",
  },
  "skipped.suppressed": {
    chip: "address stopped",
    tone: "plain",
    sentence: ({ reason }) =>
      `Left out: the address is on the stop list${reason ? ` (${String(reason)})` : ""}.`,
    rule: "Addresses that bounced, complained or unsubscribed are not written to.",
  },
  "skipped.needs_consent": {
    chip: "needs consent",
    tone: "plain",
    sentence: ({ country }) =>
      typeof country === "string" && country !== "unknown"
        ? `Left out: in ${countryName(country)} consent is needed.`
        : "Left out: the country needs consent, or is not known.",
    rule: "Where the law asks for consent, no other ground is enough. Which countries these are is in the settings.",
  },
  "skipped.missing_source": {
    chip: "source missing",
    tone: "plain",
    sentence: "Left out: it is not recorded where the data is from.",
    rule: "People who did not give us their data themselves are told where we have it from, in the first mail.",
  },
  "skipped.other_campaign": {
    chip: "in another campaign",
    tone: "plain",
    sentence: "Left out: already in another campaign that runs.",
    rule: "Nobody is in two running campaigns at once.",
  },
  "skipped.sample": {
    chip: "sample person",
    tone: "plain",
    sentence: "Left out: made up, to look around with.",
    rule: "Sample people are never written to.",
  },
  "skipped.erased": {
    chip: "erased",
    tone: "plain",
    sentence: "Left out: everything was deleted on request.",
    rule: STOP,
  },
  left_out: {
    chip: "left out",
    tone: "plain",
    sentence: "Did not begin.",
    rule: "People who may not be written to when they would enter are left out, and the reason is kept.",
  },
  "skipped.do_not_contact": {
    chip: "do not contact",
    tone: "plain",
    sentence: "Left out: marked “do not contact”.",
    rule: "A mark “do not contact” stops all but answers to the person's own requests.",
  },
  "stopped.unsubscribed": { chip: "unsubscribed", tone: "plain", sentence: "Stopped the mails.", rule: STOP },
  "stopped.erased": {
    chip: "erased",
    tone: "plain",
    sentence: "Asked for everything to be deleted.",
    rule: STOP,
  },
  "stopped.replied": {
    chip: "replied",
    tone: "good",
    sentence: "Replied: a person goes on from here.",
    rule: "Who answers gets no more campaign mail; that is what the campaign is for.",
  },
  "stopped.bounced": {
    chip: "address failed",
    tone: "plain",
    sentence: "The mail came back: the address does not work.",
    rule: "An address that fails for good is not written to again.",
  },
  "stopped.recruiter": {
    chip: "taken out",
    tone: "plain",
    sentence: "A colleague ended the campaign for this person.",
    rule: "Whoever may launch may take people out.",
  },
  "stopped.campaign": {
    chip: "campaign stopped",
    tone: "plain",
    sentence: "The campaign was stopped on the way.",
    rule: "Stopping a campaign ends it for everybody who is still on the way.",
  },
};
