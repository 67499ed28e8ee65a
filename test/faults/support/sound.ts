import * as Facts from "../../../packages/core/facts/index.ts";
import { derivedId } from "../../../packages/core/id.ts";
import { type Item, recount } from "../../flows/support/recount.ts";
import type { Evidence } from "../evidence.ts";

export const ids = {
  candidateId: derivedId("cnd", "ada"),
  campaignId: derivedId("cmp", "news"),
  enrolmentId: derivedId("enr", "ada", "news"),
  messageId: derivedId("msg", "ada", "news", "hello"),
  consentId: derivedId("con", "ada"),
  addressId: derivedId("adr", "ada"),
};
const { candidateId, campaignId, enrolmentId, messageId, consentId, addressId } = ids;
const at = (day: number, time = "09:00:00") => `2026-03-0${day}T${time}.000Z`;
export const email = "ada@example.org";

const kind = (entity: string, item: Item): Item => ({ __edb_e__: entity, ...item });
const permissions = { job_news: { state: "granted", consentId, at: at(1) } };
const gate = {
  candidateId,
  permissions,
  claims: [],
  marks: [],
  doNotContact: false,
  erased: false,
  revision: 3,
};
const profile = {
  ...{ candidateId, name: "Ada", locale: "en", stage: "new", standing: "member", source: "form:x" },
  ...{ tags: [], skills: [], interests: [], answers: {}, createdAt: at(1), joinedAt: at(1), revision: 1 },
} as const;

/** One person whom one campaign wrote to once, with everything as it should be. */
function items(): Item[] {
  const log = [
    kind("event", { candidateId, type: "candidate.joined", at: at(1), data: {} }),
    kind("event", {
      candidateId,
      messageId,
      campaignId,
      stepId: "hello",
      type: "engagement.delivered",
      at: at(2),
      data: {},
    }),
    kind("message", {
      ...{ candidateId, messageId, campaignId, enrolmentId, consentId, stepId: "hello", class: "nurture" },
      ...{
        state: "accepted",
        tracked: false,
        claimedAt: at(2),
        sendingAt: at(2),
        settledAt: at(2, "09:00:01"),
      },
      sendBy: at(2, "09:00:10"),
    }),
    kind("enrolment", {
      ...{ candidateId, campaignId, enrolmentId, end: "finished", enteredAt: at(2), endedAt: at(2) },
      endedIn: `${campaignId}/3`,
    }),
  ];
  const metrics = Object.entries(recount(log)).map(([name, counters]) => {
    const [scope, period] = name.split(" ");
    return kind("metric", { scope, period, shard: 0, ...counters });
  });
  return [
    ...log,
    ...metrics,
    kind("candidate", { ...profile, ...Facts.listing(profile as never, gate as never, true) }),
    kind("gate", gate),
    kind("address", { candidateId, addressId, raw: email, addressHash: "h1", primary: true }),
    kind("guard", { candidateId, addressId, addressHash: "h1" }),
    kind("consent", { candidateId, consentId, purpose: "job_news", state: "granted", at: at(1) }),
    kind("campaign", { campaignId, state: "finished" }),
    kind("event", { campaignId, type: "campaign.launched", at: at(1), data: {} }),
  ];
}

const equal = (rebuilt: number) => ({ rebuilt, equal: rebuilt, different: 0, busy: 0, put: 0, named: [] });

export function sound(): Evidence {
  const tags = { message: messageId, candidate: candidateId, campaign: campaignId, step: "hello" };
  return {
    items: items(),
    mails: [{ id: "ses-1", at: at(2), to: email, tags }],
    handovers: [{ id: "ses-1", at: at(2), real: 1000, life: 0, to: email, tags }],
    faults: [],
    acts: [
      { kind: "confirm", candidateId, email, tried: 500, done: 510 },
      { kind: "import", value: email, tried: 100, done: 110 },
    ],
    anomalies: [],
    rebuilt: { log: equal(5), figures: equal(9), roster: equal(1) },
    dead: { before: [], after: [] },
    waiting: [],
    running: [],
    now: at(5),
    rate: 2,
    skewMs: 0,
  };
}

/** The same with other items of a kind. */
export const changed = (
  evidence: Evidence,
  entity: string,
  change: (item: Item) => Item | undefined,
): Evidence => ({
  ...evidence,
  items: evidence.items.flatMap((item): Item[] => {
    const next = item.__edb_e__ === entity ? change(item) : item;
    return next ? [next] : [];
  }),
});

export const added = (evidence: Evidence, entity: string, item: Item): Evidence => ({
  ...evidence,
  items: [...evidence.items, kind(entity, item)],
});
