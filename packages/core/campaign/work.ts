import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { isOutage } from "../commit.ts";
import type { Info as EnrolmentInfo } from "../enrolment/enrolment.schema.ts";
import { Enrolment } from "../enrolment/index.ts";
import { Message } from "../message/index.ts";
import { Organisation } from "../organisation/index.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import { type Lease, Quota } from "../quota/index.ts";
import { entities } from "../service.ts";
import { advance, type Decision } from "./advance.ts";
import type { Info } from "./campaign.schema.ts";
import { read } from "./read.ts";
import { type Prepared, prepare, type TemplateCache, templateCache } from "./situation.ts";

/** What one worker is given: shards of the campaign's people. */
export interface Worker {
  readonly campaignId: string;
  readonly epoch: number;
  readonly shards: readonly number[];
}

const PAGE = 100;
const STOP_BEFORE_TIMEOUT_MS = 60_000;

const PARKED_MS = 3_600_000;
/** Later than anything: a stopped campaign takes everybody out, due or not. */
const EVER = "9999-12-31T23:59:59.999Z";

type Granted = Extract<Lease, { ok: true }>;

/** The things one worker reads once and shares over its people. */
interface Bench {
  readonly campaign: Info;
  readonly organisation: Settings;
  readonly templates: TemplateCache;
  lease: Granted | undefined;
  /** Tokens left of the lease, and people left who may want one. */
  tokens: number;
  people: number;
}

const benchOf = async (campaign: Info): Promise<Bench> => ({
  campaign,
  organisation: await Organisation.required(),
  templates: templateCache(),
  lease: undefined,
  tokens: 0,
  people: 0,
});

/**
 * Moves everybody who is due in these shards on, one after the other. It stops a minute before its time is up, when the campaign
 * has moved to another epoch, or when quota runs out; what is left stays due and the next plan finds it.
 * @param remaining milliseconds the invocation has left
 */
export async function work({ campaignId, epoch, shards }: Worker, remaining: () => number): Promise<void> {
  const campaign = await read(campaignId);
  if (campaign.epoch !== epoch) return;
  const bench = await benchOf(campaign);
  for (const shard of shards) {
    const until = campaign.state === "stopped" ? EVER : Clock.iso();
    const due = await Enrolment.due(campaignId, shard, until, PAGE);
    bench.people = due.length;
    for (const { candidateId } of due) {
      if (remaining() < STOP_BEFORE_TIMEOUT_MS) return;
      const enrolment = await Enrolment.read(candidateId, campaignId);
      const notBefore = await one(bench, enrolment).catch((error) => park(enrolment, error));
      if (notBefore) return hold(campaignId, notBefore);
      bench.people -= 1;
    }
  }
}

/**
 * One person that can't be advanced is parked for an hour and says so; she never fails the campaign. What AWS or the network
 * refuses is not about her: it is passed on, and the workflow tries the whole worker again.
 */
async function park(enrolment: EnrolmentInfo, error: unknown): Promise<undefined> {
  if (isOutage(error)) throw error;
  const reason = {
    code: "held.error",
    inputs: { fault: error instanceof Error ? error.name : "unknown" },
    at: Clock.iso(),
  };
  const dueAt = new Date(Clock.ms() + PARKED_MS).toISOString();
  await Enrolment.move(enrolment, { kind: "wait", dueAt, reason });
}

/** One person, under her own trace. Answers an instant when nobody in this campaign should be tried before it. */
function one(bench: Bench, enrolment: EnrolmentInfo): Promise<Date | undefined> {
  return Actor.follow(enrolment.trace, async () => {
    const prepared = await prepare(bench.campaign, enrolment, bench.organisation, bench.templates);
    const decision = advance(prepared.situation, Clock.now());
    if (decision.act === "move") await Enrolment.move(enrolment, decision.move);
    if (decision.act !== "send") return undefined;
    return send(bench, enrolment, prepared, decision);
  });
}

async function send(
  bench: Bench,
  enrolment: EnrolmentInfo,
  prepared: Prepared,
  decision: Extract<Decision, { act: "send" }>,
) {
  const { known, content, unsubscribeUrl, template, messageId } = prepared;
  if (!known || !content || !unsubscribeUrl || !template) return undefined;
  const delivery = await Message.deliver(
    {
      messageId,
      known,
      content,
      unsubscribeUrl,
      class: "nurture",
      organisation: bench.organisation,
      campaignId: bench.campaign.campaignId,
      stepId: decision.step.stepId,
      enrolmentId: enrolment.enrolmentId,
      templateId: template.templateId,
      templateRevision: template.revision,
      reason: decision.reason,
      wanted: () => stillWanted(bench.campaign),
    },
    () => token(bench),
  );
  if (delivery.kind === "open")
    return delivery.code === "sending" ? settle(bench, enrolment) : delivery.notBefore;
  return settle(bench, enrolment);
}

/** Looks once more: a mail that has an outcome now moves its enrolment. */
async function settle(bench: Bench, enrolment: EnrolmentInfo): Promise<undefined> {
  const { situation } = await prepare(bench.campaign, enrolment, bench.organisation, bench.templates);
  const decision = advance(situation, Clock.now());
  if (decision.act === "move") await Enrolment.move(enrolment, decision.move);
}

async function token(bench: Bench): Promise<Lease> {
  if (bench.lease && bench.tokens > 0) {
    bench.tokens -= 1;
    return bench.lease;
  }
  const lease = await Quota.lease("nurture", bench.people);
  if (lease.ok) Object.assign(bench, { lease, tokens: lease.tokens - 1 });
  return lease;
}

async function stillWanted({ campaignId, epoch }: Info): Promise<boolean> {
  const now = await read(campaignId);
  return now.state === "running" && now.epoch === epoch;
}

async function hold(campaignId: string, notBefore: Date): Promise<void> {
  await entities.campaign.patch({ campaignId }).set({ notBefore: notBefore.toISOString() }).go();
}

/** Moves one person on after SES's report settled her mail; sends nothing. */
export async function settleOne(candidateId: string, campaignId: string): Promise<void> {
  const bench = await benchOf(await read(campaignId));
  await settle(bench, await Enrolment.read(candidateId, campaignId));
}
