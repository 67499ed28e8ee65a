import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { applied, isOutage } from "../commit.ts";
import type { Info as EnrolmentInfo } from "../enrolment/enrolment.schema.ts";
import { Enrolment } from "../enrolment/index.ts";
import { Message } from "../message/index.ts";
import { Organisation } from "../organisation/index.ts";
import type { Settings } from "../organisation/organisation.schema.ts";
import { type Lease, Quota } from "../quota/index.ts";
import { entities } from "../service.ts";
import { advance, type Decision, type Situation } from "./advance.ts";
import type { Info } from "./campaign.schema.ts";
import { read } from "./read.ts";
import { settle } from "./settle.ts";
import { type Prepared, prepare, type TemplateCache, templateCache, write } from "./situation.ts";

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
  if (campaign.state === "stopped") return takeOut(campaignId, shards, remaining);
  const bench = await benchOf(campaign);
  for (const shard of shards) {
    const due = await Enrolment.due(campaignId, shard, Clock.iso(), PAGE);
    bench.people = due.length;
    for (const { candidateId, dueAt } of due) {
      if (remaining() < STOP_BEFORE_TIMEOUT_MS) return;
      const person = { candidateId, campaignId, dueAt };
      const notBefore = await one(bench, person).catch((error) => park(person, error));
      if (notBefore) return hold(campaignId, notBefore);
      bench.people -= 1;
    }
  }
}

/** The last execution of a stopped campaign: everybody ends, due or not, whatever her mail or her profile looks like. */
async function takeOut(
  campaignId: string,
  shards: readonly number[],
  remaining: () => number,
): Promise<void> {
  for (const shard of shards)
    for (const { candidateId } of await Enrolment.due(campaignId, shard, EVER, PAGE)) {
      if (remaining() < STOP_BEFORE_TIMEOUT_MS) return;
      const reason = { code: "stopped.campaign", inputs: {}, at: Clock.iso() };
      const enrolment = await Enrolment.read(candidateId, campaignId);
      await Enrolment.move(enrolment, { kind: "end", end: "stopped.campaign", reason });
    }
}

/**
 * One person that can't be advanced is parked for an hour and says so; she never fails the campaign. What AWS or the network
 * refuses is not about her: it is passed on, and the workflow tries the whole worker again.
 */
async function park(person: Enrolment.Person, error: unknown): Promise<undefined> {
  if (isOutage(error)) throw error;
  const reason = {
    code: "held.error",
    inputs: { fault: error instanceof Error ? error.name : "unknown" },
    at: Clock.iso(),
  };
  await Enrolment.putOff(person, new Date(Clock.ms() + PARKED_MS).toISOString(), reason);
}

/** One person, under her own trace. Answers an instant when nobody in this campaign should be tried before it. */
async function one(bench: Bench, { candidateId, campaignId }: Enrolment.Person): Promise<Date | undefined> {
  const enrolment = await Enrolment.read(candidateId, campaignId);
  return Actor.follow(enrolment.trace, async () => {
    const prepared = await prepare(bench.campaign, enrolment, bench.templates);
    const decision = advance(prepared.situation, Clock.now());
    if (decision.act === "send") return send(bench, enrolment, prepared, decision);
    if (decision.act === "move") await Enrolment.move(enrolment, decision.move);
    return undefined;
  });
}

/** Writes the mail and hands it over; what it lacks holds her back instead. */
async function send(
  bench: Bench,
  enrolment: EnrolmentInfo,
  { known, template, messageId, situation }: Prepared,
  { step, reason }: Extract<Decision, { act: "send" }>,
): Promise<Date | undefined> {
  if (!known || !template) throw new Error("A mail was decided on that has nobody or nothing to be made of");
  const { organisation, campaign } = bench;
  const written = await write(known, template, organisation, messageId);
  if (!written.ok) return holdBack(enrolment, { ...situation, missing: written.missing });
  const delivery = await Message.deliver(
    {
      messageId,
      known,
      organisation,
      reason,
      content: written.content,
      unsubscribeUrl: written.unsubscribeUrl,
      class: "nurture",
      campaignId: campaign.campaignId,
      stepId: step.stepId,
      enrolmentId: enrolment.enrolmentId,
      templateId: template.templateId,
      templateRevision: template.revision,
      wanted: () => stillWanted(campaign),
    },
    () => token(bench),
  );
  if (delivery.kind === "open" && delivery.code !== "sending") return delivery.notBefore;
  const until = delivery.kind === "open" ? delivery.notBefore : Clock.now();
  await settle(campaign, enrolment, { state: delivery.kind === "open" ? "sending" : delivery.state, until });
  return undefined;
}

async function holdBack(enrolment: EnrolmentInfo, situation: Situation): Promise<undefined> {
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

/** Workers hold up a campaign side by side: the latest instant stands. */
async function hold(campaignId: string, notBefore: Date): Promise<void> {
  const until = notBefore.toISOString();
  await applied(
    entities.campaign
      .patch({ campaignId })
      .set({ notBefore: until })
      .where((it, op) => `${op.notExists(it.notBefore)} OR ${op.lt(it.notBefore, until)}`)
      .go(),
  );
}
