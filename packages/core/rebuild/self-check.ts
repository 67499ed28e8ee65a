import { setTimeout as sleep } from "node:timers/promises";
import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import { Scope, shardOf } from "../metric/index.ts";
import { under } from "../sample/write.ts";
import { countOf } from "./count.ts";
import { nameOf } from "./counted.ts";
import { drifted, type Drift as FigureDrift } from "./figures.ts";
import { listingOf } from "./listing.ts";
import { ON_ITS_WAY_MS } from "./on-its-way.ts";
import { openOutcomes } from "./outcomes.ts";
import { sure } from "./relist.ts";
import { sampleOf } from "./sample.ts";
import { add, difference, type Sums } from "./sums.ts";
import { scopeOf } from "./whole.ts";

export interface Checked {
  readonly people: number;
  readonly campaigns: number;
  /** What is not as the log says, in ids and figures. */
  readonly drifts: readonly string[];
}

interface Drift {
  readonly about: string;
  readonly what: string;
}

/** A campaign of more people is only held to itself: counting it again would read too much. */
const MOST = 100;
/** Longer than an index lags (two seconds), or a change takes from its first item to its last. */
const PAUSE_MS = 5_000;
const LANES = 8;
const ALL_SHARDS = Array.from({ length: Enrolment.SHARDS }, (_, shard) => shard);

/**
 * Looks at a sample as a replay would, with a bounded number of reads and no write. What is found is looked at once more after a while:
 * what was only on its way is as the log says by then.
 */
export async function selfCheck(pause = () => sleep(PAUSE_MS)): Promise<Checked> {
  const { people, campaigns } = await sampleOf();
  const checks = [
    ...people.map((candidateId) => () => personDrifts(candidateId)),
    ...campaigns.map((campaignId) => () => campaignDrifts(campaignId)),
    async () => (await scopeOf(Scope.organisation)).differs.map(driftOf),
  ];
  const suspects = await abreast(checks);
  if (suspects.length > 0) await pause();
  const again = await abreast(suspects.map(({ check }) => check));
  const sighted = new Set(suspects.flatMap(({ found }) => found.map(({ about }) => about)));
  const drifts = again.flatMap(({ found }) => found.filter(({ about }) => sighted.has(about)));
  return { people: people.length, campaigns: campaigns.length, drifts: drifts.map(({ what }) => what) };
}

type Check = () => Promise<readonly Drift[]>;

const driftOf = ({ key, live, log }: FigureDrift): Drift => ({
  about: key,
  what: difference(key, live?.counters, log),
});

/** Runs some checks at a time; answers those that found something. */
async function abreast(checks: readonly Check[]) {
  const waiting = [...checks];
  const suspects: { readonly check: Check; readonly found: readonly Drift[] }[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const found = await check();
      if (found.length > 0) suspects.push({ check, found });
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return suspects;
}

/** Somebody's place in the roster, and whether her part of the log is counted. */
async function personDrifts(candidateId: string): Promise<Drift[]> {
  const items = await under(candidateId);
  const seen = listingOf(items);
  const certain = seen && seen.differs.length > 0 ? await sure(candidateId) : undefined;
  const differs = certain === "busy" || !certain ? [] : certain.differs;
  const before = new Date(Clock.ms() - ON_ITS_WAY_MS).toISOString();
  const counts = countOf(items).filter(({ at }) => at < before);
  const committed = await openOutcomes()(counts.map(({ batch }) => batch));
  const open = counts.filter(({ batch }) => batch === undefined || !committed.has(batch)).map(nameOf);
  return [
    ...open.map((name) => ({ about: name, what: `not counted: ${name}` })),
    ...(differs.length > 0 ? [{ about: candidateId, what: `${candidateId}: ${differs.join(", ")}` }] : []),
  ];
}

async function campaignDrifts(campaignId: string): Promise<readonly Drift[]> {
  const scope = Scope.campaign(campaignId);
  const { keys, people: many, differs } = await scopeOf(scope);
  if (differs.length > 0 || many > MOST) return differs.map(driftOf);
  const people = await Enrolment.peopleIn(campaignId, ALL_SHARDS);
  const recount = () => sumsOf(scope, people);
  const all = [...new Set([...keys, ...(await recount()).keys()])];
  const { different } = await drifted(all, recount);
  return different.map(driftOf);
}

/** What people's part of the log says of one campaign and its steps. */
async function sumsOf(scope: string, people: readonly string[]): Promise<Sums> {
  const sums: Sums = new Map();
  const outcomes = openOutcomes();
  for (const candidateId of people) {
    const counts = countOf(await under(candidateId));
    const committed = await outcomes(counts.map(({ batch }) => batch));
    for (const { batch, additions } of counts)
      if (batch !== undefined && committed.has(batch))
        add(
          sums,
          additions.filter((one) => one.scope === scope || one.scope.startsWith(`${scope}/`)),
          shardOf(batch),
        );
  }
  return sums;
}
