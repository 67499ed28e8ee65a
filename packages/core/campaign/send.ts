import * as Candidate from "../candidate/index.ts";
import type { Mailed } from "../enrolment/enrolment.schema.ts";
import * as Message from "../message/index.ts";
import type { Bench, Turn } from "./bench.ts";
import type { Decision } from "./decision.ts";
import { write } from "./letter.ts";
import { read } from "./read.ts";
import { type Found, type Her, messageIdOf } from "./situation.ts";

/** What trying to send a mail came to. */
export type Outcome =
  /** What the next decision has to know: what became of it, or what it lacks. `mail` once SES took it. */
  | { readonly kind: "found"; readonly found: Found; readonly mail?: Mailed }
  /** It is to be tried again, for a reason of its own. */
  | { readonly kind: "later"; readonly until: Date; readonly code: string }
  /** No mail of the campaign is to be tried before. */
  | { readonly kind: "hold"; readonly until: Date; readonly code: string };

type Sending = Extract<Decision, { act: "send" }>;

/** Writes her mail and hands it over. */
export async function send(
  bench: Bench,
  her: Her,
  { step, reason }: Sending,
  { people, tally }: Turn,
): Promise<Outcome> {
  const { enrolment, profile, gate } = her;
  const { campaign, organisation, policy } = bench;
  const { campaignId, candidateId, enrolmentId } = enrolment;
  const template = await bench.template(step.templateId);
  if (!profile || !gate || !template)
    throw new Error("A mail was decided on that has nobody or nothing to be made of");
  const address = await Candidate.primaryAddress(candidateId);
  if (!address) return { kind: "found", found: { hasAddress: false } };
  const known = { candidate: profile.candidate, gate, address };
  const messageId = messageIdOf(enrolment);
  const written = await write(known, template, organisation, messageId);
  if (!written.ok) return { kind: "found", found: { missing: written.missing } };
  const { content, unsubscribeUrl, notice } = written;
  const letter: Message.Letter = {
    ...{ messageId, known, organisation, content, unsubscribeUrl, notice, campaignId, enrolmentId },
    class: "nurture",
    // The ledger entry that permits it stands on the message itself.
    reason: { ...reason, inputs: {} },
    stepId: step.stepId,
    templateId: template.templateId,
    templateRevision: template.revision,
    terms: policy,
    tally,
    ...(campaign.sender ? { replyTo: campaign.sender.email } : {}),
    wanted: () => stillWanted(bench),
  };
  return outcomeOf(await Message.deliver(letter, () => bench.purse.token(people), { earlier: her.message }));
}

/** Reasons of one mail: its claim is another's, ran out, or came too late. */
const OWN = /^(claim|stopped)/;

function outcomeOf(delivery: Message.Delivery): Outcome {
  if (delivery.kind === "settled") {
    const { state, mail } = delivery;
    const sent = { state, until: new Date(mail.at) };
    return { kind: "found", found: { sent }, ...(state === "accepted" ? { mail } : {}) };
  }
  const { code, notBefore: until } = delivery;
  if (code === "sending") return { kind: "found", found: { sent: { state: "sending", until } } };
  return { kind: OWN.test(code) ? "later" : "hold", until, code };
}

/** Asked before a page of people, and right before SES: does the campaign still go on in this execution? */
export async function stillWanted({ campaign, purse }: Bench): Promise<boolean> {
  const now = await read(campaign.campaignId);
  const wanted = now.state === "running" && now.epoch === campaign.epoch;
  if (!wanted) purse.close();
  return wanted;
}
