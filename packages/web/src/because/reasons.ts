import { date } from "../words/dates.ts";

/** How a reason is coloured; the chip's words say the same. */
export type Tone = "good" | "waiting" | "plain" | "harm";

export type Inputs = Readonly<Record<string, unknown>>;

/** One reason code in words: what happened, in a chip and in a sentence, and by which rule. */
interface Wording {
  readonly chip: string;
  readonly tone: Tone;
  readonly sentence: string | ((inputs: Inputs) => string);
  readonly rule: string;
}

const CONSENT =
  "Campaign mail goes only to people whose permission for job news is granted and has not run out.";
const ONCE =
  "A mail is claimed before it is sent and never repeated when in doubt, so nobody gets a step twice.";
const STOP = "A stop is honoured at once and ends every campaign the person is in.";

/** The codes that `advance` in core gives, and those around it. */
const WORDINGS: Readonly<Record<string, Wording>> = {
  "entered.form": {
    chip: "entered",
    tone: "good",
    sentence: "Joined by the form this campaign listens to.",
    rule: "Whoever joins by the form while the campaign runs enters it once.",
  },
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
      `Left out: the address is on the stop list (${String(reason ?? "reason not kept")}).`,
    rule: "Addresses that bounced, complained or unsubscribed are not written to.",
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
  "stopped.campaign": {
    chip: "campaign stopped",
    tone: "plain",
    sentence: "The campaign was stopped on the way.",
    rule: "Stopping a campaign ends it for everybody who is still on the way.",
  },
};

const listed = (fields: unknown) =>
  Array.isArray(fields) ? fields.map((field) => `“${field}”`).join(", ") : "a value";

function consent({ state, until }: Inputs): string {
  if (state === "pending") return "Left out: not confirmed yet.";
  if (state === "withdrawn") return "Left out: the permission was withdrawn.";
  if (state === "granted" && typeof until === "string")
    return `Left out: the permission ended ${date(until)}.`;
  return "Left out: job news was never allowed.";
}

/** A reason code in words; a code nobody has worded yet is shown as it is rather than hidden. */
export function reasonWords(code: string, inputs: Inputs) {
  const wording = WORDINGS[code];
  if (!wording) return { chip: code.replace(/[._]/g, " "), tone: "plain" as const, sentence: "", rule: "" };
  const { chip, tone, sentence, rule } = wording;
  return { chip, tone, rule, sentence: typeof sentence === "string" ? sentence : sentence(inputs) };
}
