import { dayAndTime } from "../words/dates.ts";

/** How a reason is coloured; the chip's words say the same. */
export type Tone = "good" | "waiting" | "plain" | "harm";

/** One reason code in words: what happened, in a chip and in a sentence, and by which rule. */
interface Wording {
  readonly chip: string;
  readonly tone: Tone;
  readonly sentence: string | ((inputs: Inputs) => string);
  readonly rule: string;
}
export type Inputs = Readonly<Record<string, unknown>>;

const CONSENT_RULE =
  "Campaign mail goes only to people whose permission for job news is granted and has not run out.";
const ONCE_RULE = "A mail is claimed before it is sent, so that nobody gets a step twice.";
const QUOTA_RULE = "All campaigns together stay under the rate and the daily limit of the mail service.";
const STOP_RULE = "A stop is honoured at once and ends every campaign the person is in.";

const until = ({ notBefore }: Inputs) =>
  typeof notBefore === "string" ? ` Next try ${dayAndTime(notBefore)}.` : "";

const WORDINGS: Readonly<Record<string, Wording>> = {
  "entered.form": {
    chip: "entered",
    tone: "good",
    sentence: "Joined by the form this campaign listens to.",
    rule: "Whoever joins by the form while the campaign runs enters it once.",
  },
  sent: { chip: "sent", tone: "good", sentence: "The mail was handed over for delivery.", rule: ONCE_RULE },
  accepted: {
    chip: "sent",
    tone: "good",
    sentence: "The mail was handed over for delivery.",
    rule: ONCE_RULE,
  },
  finished: {
    chip: "finished",
    tone: "good",
    sentence: "Went through every step.",
    rule: "After the last step a person has finished.",
  },
  rejected: {
    chip: "rejected",
    tone: "harm",
    sentence: "The mail service refused this mail.",
    rule: "A refused mail is not repeated; it concerns this message only.",
  },
  unknown: {
    chip: "not known",
    tone: "waiting",
    sentence: "Whether the mail left is not known, so it is not sent again.",
    rule: ONCE_RULE,
  },
  sending: {
    chip: "being sent",
    tone: "waiting",
    sentence: (inputs) => `The mail was being sent; its report is awaited.${until(inputs)}`,
    rule: ONCE_RULE,
  },
  "claim.running": {
    chip: "being sent",
    tone: "waiting",
    sentence: "The mail is being sent at this moment.",
    rule: ONCE_RULE,
  },
  "claim.lost": {
    chip: "being sent",
    tone: "waiting",
    sentence: "Something else changed at the same moment; it is tried again at once.",
    rule: ONCE_RULE,
  },
  "deferred.quota": {
    chip: "waits for quota",
    tone: "waiting",
    sentence: (inputs) => `Not sent yet: the sending limit is used up.${until(inputs)}`,
    rule: QUOTA_RULE,
  },
  "deferred.window": {
    chip: "waits for the window",
    tone: "waiting",
    sentence: (inputs) => `Not sent yet: outside the hours in which mail is sent.${until(inputs)}`,
    rule: "Mail leaves within the campaign's hours.",
  },
  "deferred.frequency_cap": {
    chip: "too soon",
    tone: "waiting",
    sentence: (inputs) => `Not sent yet: the last mail was a short while ago.${until(inputs)}`,
    rule: "Nobody gets more mails in a period than the limit allows.",
  },
  "held.missing_field": {
    chip: "held: a value is missing",
    tone: "waiting",
    sentence: ({ field }) =>
      `Held: the mail needs ${field ? `“${String(field)}”` : "a value"} that is not known.`,
    rule: "A mail with a gap in it is not sent.",
  },
  "held.error": {
    chip: "held: fault",
    tone: "harm",
    sentence: "Held: something went wrong with this one person; the campaign goes on.",
    rule: "A person who cannot be moved on is set aside and never stops the others.",
  },
  "skipped.no_consent": {
    chip: "no permission",
    tone: "plain",
    sentence: consentSentence,
    rule: CONSENT_RULE,
  },
  no_consent: { chip: "no permission", tone: "plain", sentence: consentSentence, rule: CONSENT_RULE },
  "skipped.no_address": {
    chip: "no address",
    tone: "plain",
    sentence: "Left out: no address is known.",
    rule: "A mail needs a primary address.",
  },
  suppressed: {
    chip: "address stopped",
    tone: "plain",
    sentence: ({ reason }) =>
      `Left out: the address is on the stop list (${String(reason ?? "reason not kept")}).`,
    rule: "Addresses that bounced, complained or unsubscribed are not written to.",
  },
  do_not_contact: {
    chip: "do not contact",
    tone: "plain",
    sentence: "Left out: marked “do not contact”.",
    rule: "A mark “do not contact” stops all but answers to the person's own requests.",
  },
  "stopped.unsubscribed": {
    chip: "unsubscribed",
    tone: "plain",
    sentence: "Stopped: unsubscribed.",
    rule: STOP_RULE,
  },
  "stopped.erased": {
    chip: "erased",
    tone: "plain",
    sentence: "Stopped: asked for everything to be deleted.",
    rule: STOP_RULE,
  },
  erased: {
    chip: "erased",
    tone: "plain",
    sentence: "Stopped: asked for everything to be deleted.",
    rule: STOP_RULE,
  },
  "stopped.campaign": {
    chip: "campaign stopped",
    tone: "plain",
    sentence: "Stopped: the campaign was stopped on the way.",
    rule: "Stopping a campaign ends it for everybody who is still on the way.",
  },
  "stopped.replied": {
    chip: "replied",
    tone: "good",
    sentence: "Stopped: a reply came.",
    rule: "Who answers is spoken with, not mailed on.",
  },
};

function consentSentence({ state, until: end }: Inputs): string {
  if (state === "pending") return "Left out: not confirmed yet.";
  if (state === "withdrawn") return "Left out: the permission was withdrawn.";
  if (state === "granted" && typeof end === "string")
    return `Left out: the permission ended ${dayAndTime(end)}.`;
  return "Left out: no permission for job news.";
}

const PREFIXES = ["skipped.", "stopped.", "deferred.", "held.", "ses.", "dropped."];

/** A reason code in words; a code nobody has worded yet is shown as it is rather than hidden. */
export function reasonWords(code: string, inputs: Inputs) {
  const bare = PREFIXES.reduce(
    (rest, prefix) => (rest.startsWith(prefix) ? rest.slice(prefix.length) : rest),
    code,
  );
  const wording = WORDINGS[code] ?? WORDINGS[bare];
  if (!wording) return { chip: code.replace(/[._]/g, " "), tone: "plain" as const, sentence: "", rule: "" };
  const { sentence } = wording;
  return { ...wording, sentence: typeof sentence === "string" ? sentence : sentence(inputs) };
}
