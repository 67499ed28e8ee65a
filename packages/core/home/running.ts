import * as Campaign from "../campaign/index.ts";
import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import * as Metric from "../metric/index.ts";
import type { Home } from "./home.view.ts";

type Mails = NonNullable<Home["next"]>;
type Next = NonNullable<Home["running"][number]["next"]>;

/** More people of one shard than this are not counted for one line. */
const COUNTED = 1000;

/** A line for every campaign that is on its way, and when the next mails of all of them leave. */
export async function running(): Promise<Pick<Home, "running" | "next">> {
  const found = await Promise.all((await Campaign.all()).filter(isOnItsWay).map(look));
  const next = soonest(found.flatMap(({ mails }) => mails ?? []));
  return { running: found.map(({ line }) => line), ...(next ? { next } : {}) };
}

async function look(campaign: Campaign.Info) {
  const heads = await Enrolment.earliest(campaign.campaignId);
  const [line, mails] = await Promise.all([lineOf(campaign, heads), Campaign.nextMails(campaign, heads)]);
  return { line, mails };
}

type Heads = Awaited<ReturnType<typeof Enrolment.earliest>>;

const OVER = new Set(["draft", "stopped", "finished"]);
const isOnItsWay = ({ state }: { readonly state: string }) => !OVER.has(state);

async function lineOf({ campaignId, name, state, wakeAt }: Campaign.Info, heads: Heads) {
  const [{ entered, finished, stopped }, next] = await Promise.all([
    Metric.total(Metric.Scope.campaign(campaignId)),
    nextOf(campaignId, heads),
  ]);
  const active = Math.max(0, entered - finished - stopped);
  return {
    campaignId,
    name,
    state,
    active,
    finished,
    stopped,
    ...(wakeAt ? { wakeAt } : {}),
    ...(next ? { next } : {}),
  };
}

/** Who is looked at next, and when: now, where somebody is due already. */
async function nextOf(campaignId: string, heads: Heads): Promise<Next | undefined> {
  const first = heads.map(({ dueAt }) => dueAt).sort()[0];
  if (!first) return undefined;
  const now = Clock.iso();
  const at = first > now ? first : now;
  const shards = heads.filter(({ dueAt }) => dueAt <= at);
  const due = await Promise.all(shards.map(({ shard }) => Enrolment.due(campaignId, shard, at, COUNTED)));
  return { at, people: due.flat().length };
}

/** The earliest of several moments, with all mails of that moment. */
function soonest(moments: readonly Mails[]): Mails | undefined {
  const at = moments.map((one) => one.at).sort()[0];
  const mails = moments.filter((one) => one.at === at).reduce((sum, one) => sum + one.mails, 0);
  return at ? { at, mails } : undefined;
}
