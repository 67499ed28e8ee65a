import { Campaign } from "../../../packages/core/campaign/index.ts";
import { Clock } from "../../../packages/core/clock.ts";
import { Engagement } from "../../../packages/core/engagement/index.ts";
import { newId } from "../../../packages/core/id.ts";
import { claim } from "../../../packages/core/message/claim.ts";
import { type Letter, Message } from "../../../packages/core/message/index.ts";
import { start } from "../../../packages/core/message/last-look.ts";
import { as, known, settings } from "./people.ts";

/** A nurture mail to her, written on what is known of her now. */
export async function letter(candidateId: string, changes: Partial<Letter> = {}): Promise<Letter> {
  return {
    messageId: newId("msg"),
    class: "nurture",
    known: await known(candidateId),
    organisation: settings,
    content: { subject: "Hello", html: "<p>Hello</p>", text: "Hello" },
    reason: { code: "sent", inputs: {}, at: Clock.iso() },
    unsubscribeUrl: "https://jobs.acme.example/unsubscribe/token",
    wanted: async () => true,
    ...changes,
  };
}

const lease = { ok: true as const, tokens: 1, take: async () => async () => undefined };

/** Sends it with a lease that never waits. */
export const deliver = (mail: Letter) => as("system", () => Message.deliver(mail, async () => lease));

/** Claims it as a sender does that then dies. */
export async function claimed(mail: Letter): Promise<Message.Info> {
  const won = await as("system", () => claim(mail, undefined));
  if (!won) throw new Error("The claim was lost");
  return won;
}

/** Brings it as far as `sending`, as a sender does that dies while SES has the mail. */
export async function sending(mail: Letter): Promise<Message.Info> {
  const won = await claimed(mail);
  if (!(await start(won, undefined))) throw new Error("Somebody else sends it");
  return { ...won, state: "sending" };
}

const delivered = () => ({ eventType: "Delivery", delivery: { timestamp: Clock.iso() } });

/** What SES reports of her mail reaches the subscriber, which settles it and moves her on. */
export async function report(candidateId: string, messageId: string, more: object = delivered()) {
  const mail = {
    timestamp: Clock.iso(),
    messageId: "ses-1",
    tags: { candidate: [candidateId], message: [messageId], trace: [newId("trc")] },
  };
  await as("system", async () => {
    const settled = await Engagement.settle({ mail, ...more });
    if (settled) await Campaign.settleOne(settled);
  });
}

/** The state a mail is in. */
export const stateOf = async ({ known, messageId }: Letter) =>
  (await Message.read(known.candidate.candidateId, messageId))?.state;
