export * as Invitation from "./index.ts";

import * as Candidate from "../candidate/index.ts";
import { Clock } from "../clock.ts";
import { Config } from "../config.ts";
import type { Purpose } from "../consent/index.ts";
import * as Gate from "../gate/index.ts";
import { derivedId } from "../id.ts";
import * as Message from "../message/index.ts";
import * as Organisation from "../organisation/index.ts";
import * as Quota from "../quota/index.ts";
import * as Template from "../template/index.ts";
import type { Locale } from "../text.ts";
import { mail } from "./mails.ts";

/** Somebody asked to join: what the confirmation mail is about. */
export interface Asked {
  /** The request in the log; one mail a request. */
  readonly eventId: string;
  readonly candidateId: string;
  readonly purposes: readonly Purpose[];
  /** She is a member already: she gets the way to her preferences instead. */
  readonly known: boolean;
  /** Language of the form; her own where it is left out. */
  readonly locale?: Locale;
}

/** Sends the double opt-in mail. Throws when it should be tried again; a second call for the same request sends nothing. */
export async function send(asked: Asked): Promise<void> {
  const known = await Candidate.load(asked.candidateId);
  // A mailbox that does not exist, or that complained: trying again later would not change it.
  if (!known || !Gate.judge(known.gate, "confirmation", Clock.now()).ok) return;
  const organisation = await Organisation.required();
  const { locale = known.candidate.locale } = asked;
  const messageId = derivedId("msg", asked.eventId);
  const notice = await Candidate.noticeFor(known.gate, messageId);
  const { wording, why } = mail(asked.known ? "already" : "confirm", locale);
  const rendered = Template.render({
    wording,
    locale,
    organisation,
    footer: { kind: "service", why },
    ...(notice ? { notice } : {}),
    values: { ...Template.valuesFor(known.candidate), ...(await links(asked)) },
  });
  if (!rendered.ok) throw new Error("The built-in mail could not be rendered");
  const delivery = await Message.deliver(
    {
      messageId,
      class: "confirmation",
      known,
      organisation,
      content: rendered,
      notice: notice !== undefined,
      reason: { code: asked.known ? "asked.known" : "asked.join", inputs: {}, at: Clock.iso() },
      wanted: async () => true,
    },
    () => Quota.lease("service", 1),
  );
  // Also while SES owes an answer: nobody but the next try would settle it as unknown when the time for that has come.
  if (delivery.kind === "open") throw new Error("Not settled yet; trying again later");
}

async function links({ known, candidateId, eventId, purposes }: Asked): Promise<Record<string, string>> {
  if (known)
    return {
      preferences_url: `${Config.siteUrl()}/preferences/${await Candidate.preferencesToken(candidateId)}`,
    };
  return {
    confirm_url: `${Config.siteUrl()}/confirm/${await Candidate.confirmToken(candidateId, eventId, purposes)}`,
  };
}
