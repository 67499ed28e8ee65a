import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { isOutage } from "../commit.ts";
import * as Enrolment from "../enrolment/index.ts";
import { abreast } from "../lanes.ts";
import type { Tally } from "../metric/index.ts";
import { type Bench, benchOf, type Turn } from "./bench.ts";
import { hold } from "./hold.ts";
import { read } from "./read.ts";
import { stillWanted } from "./send.ts";
import { gather, type Her } from "./situation.ts";
import { takeOut } from "./take-out.ts";
import { tallyOf } from "./tally.ts";
import { type Looked, walk } from "./walk.ts";
import { lanesNow } from "./workers.ts";

/** What one worker is given: shards of the campaign's people. */
export interface Worker {
  readonly campaignId: string;
  readonly epoch: number;
  readonly shards: readonly number[];
}

/** People read at once. */
const PAGE = 50;
const STOP_BEFORE_TIMEOUT_MS = 60_000;
const PARKED_MS = 3_600_000;
/** Readings of one person whose gate or mail changed while she was looked at. */
const ATTEMPTS = 3;

/**
 * Moves everybody who is due in these shards on. It stops a minute before its time is up, when the campaign has moved to another
 * epoch, or when quota runs out; what is left stays due and the next plan finds it.
 * @param remaining milliseconds the invocation has left
 */
export async function work({ campaignId, epoch, shards }: Worker, remaining: () => number): Promise<void> {
  const campaign = await read(campaignId);
  if (campaign.epoch !== epoch) return;
  const inTime = () => remaining() >= STOP_BEFORE_TIMEOUT_MS;
  if (campaign.state === "stopped") return takeOut(campaignId, shards, inTime);
  const [bench, lanes] = await Promise.all([benchOf(campaign), lanesNow()]);
  const goesOn = () => inTime() && !bench.purse.isClosed();
  const tally = tallyOf(campaignId, shards);
  try {
    for (const shard of shards) await workShard(bench, shard, { lanes, goesOn, tally });
  } finally {
    await tally.close();
  }
}

/** How one worker goes on: with so many people side by side, and until when. */
interface Way {
  readonly lanes: number;
  readonly goesOn: () => boolean;
  readonly tally: Tally;
}

/**
 * Page after page, until nobody is due who was not looked at: the index may still show who was moved a moment ago. Before each the
 * campaign is asked whether it goes on: a page without mails asks nobody else.
 */
async function workShard(bench: Bench, shard: number, way: Way): Promise<void> {
  const { campaignId } = bench.campaign;
  const seen = new Set<string>();
  while (way.goesOn() && (await stillWanted(bench))) {
    const due = await Enrolment.due(campaignId, shard, Clock.iso(), PAGE);
    const fresh = due.filter(({ candidateId }) => !seen.has(candidateId));
    if (fresh.length === 0) return;
    for (const { candidateId } of fresh) seen.add(candidateId);
    await workPage(
      bench,
      fresh.map((row) => ({ ...row, campaignId })),
      way,
    );
    if (due.length < PAGE) return;
  }
}

async function workPage(
  bench: Bench,
  people: readonly Enrolment.Person[],
  { lanes, goesOn, tally }: Way,
): Promise<void> {
  const known = await together(bench, people);
  let left = people.length;
  await abreast(lanes, people, async (person) => {
    if (!goesOn()) return;
    const her = known?.get(person.candidateId);
    await one(bench, person, her, { people: left, tally }).catch((error) => park(person, error));
    left -= 1;
  });
}

/** Reads a page at once; where one of them can't be read everybody is read by herself, so that only she is parked. */
async function together(
  bench: Bench,
  people: readonly Enrolment.Person[],
): Promise<Map<string, Her> | undefined> {
  try {
    const ids = people.map(({ candidateId }) => candidateId);
    const found = await gather(bench.campaign.campaignId, ids);
    return new Map(found.map((her) => [her.enrolment.candidateId, her]));
  } catch (error) {
    if (isOutage(error)) throw error;
    return undefined;
  }
}

/** One person, under her own trace; read again when she changed while she was looked at. */
async function one(
  bench: Bench,
  person: Enrolment.Person,
  known: Her | undefined,
  turn: Turn,
): Promise<void> {
  let her = known;
  for (let attempt = 0; attempt < ATTEMPTS && !bench.purse.isClosed(); attempt++) {
    her ??= (await gather(person.campaignId, [person.candidateId]))[0];
    // She ended, or the index still shows where she was.
    if (!her || (her.enrolment.dueAt ?? "") > Clock.iso()) return;
    const looked = await lookAt(bench, her, turn);
    if (looked.kind === "rests") return;
    if (looked.kind === "hold") return stop(bench, looked);
    if (looked.code === "claim.running") return putOff(person, looked.until);
    her = undefined;
  }
}

const lookAt = (bench: Bench, her: Her, turn: Turn): Promise<Looked> =>
  Actor.follow(her.enrolment.trace, () => walk(bench, her, turn));

async function stop(
  { campaign, purse }: Bench,
  { until, code }: Extract<Looked, { kind: "hold" }>,
): Promise<void> {
  purse.close();
  await hold(campaign.campaignId, until, code);
}

async function putOff(person: Enrolment.Person, until: Date): Promise<void> {
  await Enrolment.putOff(person, until.toISOString());
}

/**
 * One person that can't be advanced is parked for an hour and says so; she never fails the campaign. What AWS or the network
 * refuses is not about her: it is passed on, and the workflow tries the whole worker again.
 */
async function park(person: Enrolment.Person, error: unknown): Promise<void> {
  if (isOutage(error)) throw error;
  const fault = error instanceof Error ? error.name : "unknown";
  const reason = { code: "held.error", inputs: { fault }, at: Clock.iso() };
  await Enrolment.putOff(person, new Date(Clock.ms() + PARKED_MS).toISOString(), reason);
}
