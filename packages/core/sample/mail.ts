import { Events as Engagement } from "../engagement/events.ts";
import * as Gate from "../gate/index.ts";
import { derivedId } from "../id.ts";
import { entities } from "../service.ts";
import { answered, bounced } from "./answer.ts";
import { type Life, mark, note, traceOf } from "./life.ts";
import { type Mail, MINUTE_MS, type Outcome, type Sent, told } from "./told.ts";

const LINK = "https://www.example.org/stories";

/** A mail leaves, and is met with what it is met with. Nothing happens after the sample's beginning. */
export function mailed(life: Life, mail: Mail): Outcome {
  const { n, candidateId } = life.persona;
  const at = new Date(mail.at.getTime() + (n % 20) * MINUTE_MS + (n % 60) * 1000);
  const tracked = Gate.tracked(life.gate, at);
  const sent = {
    ...mail,
    at,
    tracked,
    messageId: derivedId("msg", "sample", candidateId, mail.campaignId, mail.stepId),
  };
  accepted(life, sent);
  const bounce = (["hard", "soft"] as const).find(() => life.luck.chance(0.006));
  if (bounce) return outcome(sent, bounced(life, sent, bounce));
  told(life, sent, { minutes: 1, what: "delivered" }, (about, cause) => Engagement.Delivered(about, cause));
  const clickedAt = tracked ? touched(life, sent) : undefined;
  return outcome(sent, answered(life, sent), clickedAt);
}

const outcome = ({ at, tracked }: Sent, end: Outcome["end"], clickedAt?: string): Outcome => ({
  mail: { at: at.toISOString(), tracked, ...(clickedAt ? { clickedAt } : {}) },
  ...(end ? { end } : {}),
});

function accepted(life: Life, { at, messageId, campaignId, stepId, templateId, tracked }: Sent): void {
  const { persona, gate } = life;
  const { candidateId, locale, n } = persona;
  const [instant, consentId] = [at.toISOString(), gate.permissions.job_news?.consentId];
  const item = {
    messageId,
    candidateId,
    addressId: derivedId("adr", "sample", n),
    class: "nurture" as const,
    state: "accepted" as const,
    ...{ campaignId, stepId, templateId, templateRevision: 1, tracked, locale },
    enrolmentId: derivedId("enr", candidateId, campaignId),
    ...(consentId ? { consentId } : {}),
    reason: { code: "sent", inputs: {}, at: instant },
    ...{ claimedAt: instant, sendBy: instant, sendingAt: instant, settledAt: instant },
    sesMessageId: `sample-${messageId}`,
    trace: traceOf(persona),
  };
  note(life, entities.message.put(item).params());
  life.gate = { ...life.gate, ...Gate.withClaim(gate, messageId, at), revision: 0 };
  if (gate.notice && !gate.notice.givenAt)
    life.gate = { ...life.gate, notice: { ...gate.notice, givenAt: instant } };
}

/** Opens and clicks of machines and of herself. Answers when she clicked. */
function touched(life: Life, sent: Sent): string | undefined {
  const { luck, persona } = life;
  if (luck.chance(0.3)) {
    const machine = { verdict: "machine" as const, rule: "prefetch" };
    told(life, sent, { minutes: 2, what: "prefetched" }, (about, cause) =>
      Engagement.Opened({ ...about, ...machine }, cause),
    );
  }
  if (luck.chance(0.04)) {
    const scanner = { verdict: "machine" as const, rule: "burst", link: LINK };
    told(life, sent, { minutes: 2, what: "scanned" }, (about, cause) =>
      Engagement.Clicked({ ...about, ...scanner }, cause),
    );
  }
  if (!luck.chance(0.2 + 0.6 * persona.warmth)) return undefined;
  const minutes = Math.round(10 + luck.roll() ** 3 * 4000);
  const human = { verdict: "human" as const, rule: "plausible" };
  told(life, sent, { minutes, what: "opened" }, (about, cause) =>
    Engagement.Opened({ ...about, ...human }, cause),
  );
  if (!luck.chance(0.1 + 0.45 * persona.warmth)) return undefined;
  const clicked = told(life, sent, { minutes: minutes + 1, what: "clicked" }, (about, cause) =>
    Engagement.Clicked({ ...about, ...human, link: LINK }, cause),
  );
  if (!clicked) return undefined;
  mark(life, "c", clicked);
  life.gate = { ...life.gate, clickedAt: clicked.toISOString() };
  return clicked.toISOString();
}
