import { rows } from "../campaign/catalogue.ts";
import { SHARDS, shardFrom, shardPage } from "../candidate/roster.ts";
import { Clock } from "../clock.ts";

/** Who and what is looked at on one day. */
export interface Sample {
  readonly people: readonly string[];
  readonly campaigns: readonly string[];
}

const DAY_MS = 86_400_000;
const PEOPLE = 100;
const CAMPAIGNS = 3;
/** Multiples of it, modulo one, fill an interval evenly (the golden section). */
const STRIDE = 0.618034;

/** A sample that changes from day to day: one shard of the roster after the other, another part of it each time, and all campaigns in turn. */
export async function sampleOf(now = Clock.ms()): Promise<Sample> {
  const day = Math.floor(now / DAY_MS);
  const [people, campaigns] = await Promise.all([peopleOf(day, now), rows()]);
  const launched = campaigns.filter(({ launchedAt }) => launchedAt !== undefined);
  const turns = Array.from({ length: Math.min(CAMPAIGNS, launched.length) }, (_, n) => CAMPAIGNS * day + n);
  const chosen = turns.flatMap((turn) => launched[turn % launched.length]?.campaignId ?? []);
  return { people, campaigns: [...new Set(chosen)] };
}

async function peopleOf(day: number, now: number): Promise<string[]> {
  const shard = SHARDS[day % SHARDS.length] ?? "00";
  const { people } = await shardPage(shard, 1, null);
  const [oldest] = people;
  if (!oldest) return [];
  const first = Date.parse(oldest.joinedAt ?? oldest.createdAt);
  const part = (Math.floor(day / SHARDS.length) * STRIDE) % 1;
  const from = new Date(first + part * Math.max(0, now - first)).toISOString();
  const some = await shardFrom(shard, from, PEOPLE);
  // Where few came since, the oldest are looked at as well.
  const more = some.length < PEOPLE ? await shardFrom(shard, "", PEOPLE - some.length) : [];
  return [...new Set([...some, ...more])];
}
