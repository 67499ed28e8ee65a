import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import type { Info } from "./campaign.schema.ts";
import { mailsAhead } from "./days.ts";
import { rhythm } from "./rhythm.ts";
import { versions } from "./version.ts";

interface Mails {
  readonly at: string;
  readonly mails: number;
}

/** More people of one shard than this are not counted. */
const COUNTED = 1000;
/** Where everybody who is due first is held, it is looked so far for somebody who is not. */
const AHEAD_MS = 60 * 86_400_000;

type Heads = Awaited<ReturnType<typeof Enrolment.earliest>>;

/**
 * When the next mails of a campaign leave if nobody reacts, and how many; undefined where none will. Who is held gets none.
 * @param heads who is due first
 */
export async function nextMails(campaign: Info, heads: Heads): Promise<Mails | undefined> {
  const { campaignId, state, hold } = campaign;
  if (state !== "running") return undefined;
  const first = heads.map(({ dueAt }) => dueAt).sort()[0];
  if (!first) return undefined;
  const now = Clock.iso();
  const from = hold && hold.until > now ? hold.until : now;
  const [policy, written] = await Promise.all([rhythm(), versions(campaignId)]);
  const journeys = new Map(written.map(({ version, steps }) => [version, steps]));
  const by = async (until: string) => {
    const due = await dueBy(campaignId, heads, until);
    return soonest(mailsAhead(campaign, journeys, due, { policy, now: new Date(from) }));
  };
  const at = first > from ? first : from;
  const found = await by(at);
  if (found?.at === at) return found;
  return by(found?.at ?? new Date(Clock.ms() + AHEAD_MS).toISOString());
}

async function dueBy(campaignId: string, heads: Heads, until: string) {
  const shards = heads.filter(({ dueAt }) => dueAt <= until);
  const due = await Promise.all(shards.map(({ shard }) => Enrolment.due(campaignId, shard, until, COUNTED)));
  return due.flat().map(({ dueAt, stands }) => ({ dueAt, ...Enrolment.readStands(stands) }));
}

function soonest(ahead: readonly Mails[]): Mails | undefined {
  const at = ahead.map((one) => one.at).sort()[0];
  if (!at) return undefined;
  return { at, mails: ahead.reduce((sum, one) => (one.at === at ? sum + one.mails : sum), 0) };
}
