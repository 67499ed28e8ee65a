import * as Consent from "../consent/index.ts";
import * as Event from "../event/index.ts";
import * as Message from "../message/index.ts";
import type { WhyEvent, WhyMail } from "./why.view.ts";

/** Her mails of a campaign, each with the ledger entry that permitted it and what SES and she told us of it. */
export async function mailsOf(
  candidateId: string,
  campaignId: string,
  templates: ReadonlyMap<string, string>,
): Promise<WhyMail[]> {
  const [messages, events] = await Promise.all([
    Message.ofCampaign(candidateId, campaignId),
    Event.ofPerson(candidateId, campaignId),
  ]);
  return Promise.all(
    messages.map(async (message) => {
      const { messageId, stepId = "", templateId = "", state, tracked, claimedAt, reason } = message;
      const { settledAt, sesMessageId, failure } = message;
      const consent = message.consentId ? await Consent.read(candidateId, message.consentId) : undefined;
      return {
        ...{ messageId, stepId, state, tracked, claimedAt, reason },
        templateName: templates.get(templateId) ?? "",
        ...(settledAt ? { settledAt } : {}),
        ...(sesMessageId ? { sesMessageId } : {}),
        ...(failure ? { failure } : {}),
        ...(consent ? { consent: entryOf(consent) } : {}),
        events: [...settling(message), ...events.flatMap((event) => told(event, messageId))],
      };
    }),
  );
}

function entryOf(entry: Consent.Info): NonNullable<WhyMail["consent"]> {
  const { consentId, purpose, state, method, at, until, wording, ground } = entry;
  return {
    ...{ consentId, purpose, state, method, at, wording },
    ...(until ? { until } : {}),
    ...(ground ? { ground } : {}),
  };
}

/** What became of handing it over is on the mail itself. */
const settling = ({ state, settledAt }: Message.Info): WhyEvent[] =>
  settledAt ? [{ at: settledAt, type: state }] : [];

const SES = "engagement.";
/** There for counting, and said by the event it belongs to. */
const FIRST = "engagement.first";

function told({ type, at, messageId, data }: Event.Info, of: string): WhyEvent[] {
  if (messageId !== of || !type.startsWith(SES) || type === FIRST) return [];
  const { verdict, rule, link, kind } = data as Partial<Record<"verdict" | "rule" | "link" | "kind", string>>;
  return [
    {
      at,
      type: type.slice(SES.length),
      ...(verdict ? { verdict } : {}),
      ...(rule ? { rule } : {}),
      ...(link ? { link } : {}),
      ...(kind ? { kind } : {}),
    },
  ];
}
