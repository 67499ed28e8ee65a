import type { MayWrite } from "@perennial/core/candidate/views.ts";
import type { Inputs, Tone } from "../because/reasons.ts";
import { date } from "../words/dates.ts";

interface Words {
  readonly chip: string;
  readonly tone: Tone;
  readonly sentence: string;
  readonly rule: string;
  readonly inputs: Inputs;
}

const RULE =
  "Job news goes to people who asked for it and confirmed, or whom the organisation may write to on another recorded ground, until the permission ends or they stop it.";

/** Why not, as the end of "No: ...". */
const NO: Readonly<Record<string, string>> = {
  withdrawn: "unsubscribed",
  unsubscribe: "unsubscribed",
  expired: "the permission ran out",
  bounce: "mail to the address comes back",
  complaint: "marked our mail as spam",
  erasure: "asked to be deleted",
  do_not_contact: "marked “do not contact”",
  needs_consent: "in their country only with consent, which nobody has asked for",
  missing_source: "where we have their data from is not recorded",
  none: "never asked for job news",
};

/** May we write to this person: a chip, a sentence, and what it follows from. */
export function mayWriteWords({ answer, code, since, until, tracking }: MayWrite): Words {
  const inputs = {
    permission: code,
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
    tracking: tracking ? "allowed" : "not allowed",
  };
  const rest = { rule: RULE, inputs };
  const tracked = tracking ? "Clicks may be tracked." : "Opens and clicks are not tracked.";
  if (answer === "yes") {
    const sentence = `Yes, job news ${until ? `until ${date(until)}` : "until they say stop"}. ${tracked}`;
    return { chip: "Yes", tone: "good", sentence, ...rest };
  }
  if (answer === "pending") {
    const asked = since ? `asked on ${date(since)}, not confirmed yet` : "asked, not confirmed yet";
    return { chip: "Not yet", tone: "waiting", sentence: `Not yet: ${asked}.`, ...rest };
  }
  const why = NO[code] ?? code.replace(/_/g, " ");
  return { chip: "No", tone: "plain", sentence: `No: ${why}${since ? ` on ${date(since)}` : ""}.`, ...rest };
}
