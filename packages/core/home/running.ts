import * as Campaign from "../campaign/index.ts";
import { Clock } from "../clock.ts";
import * as Enrolment from "../enrolment/index.ts";
import * as Metric from "../metric/index.ts";
import type { Home } from "./home.view.ts";

type Next = NonNullable<Home["next"]>;

/** More people of one shard than this are not counted for one line. */
const COUNTED = 1000;

/** A line for every campaign that is on its way, and when the next mails of all of them may leave. */
export async function running(): Promise<Pick<Home, "running" | "next">> {
  const lines = await Promise.all((await Campaign.rows()).filter(isOnItsWay).map(line));
  const next = soonest(lines.filter(({ state }) => state === "running").flatMap((one) => one.next ?? []));
  return { running: lines, ...(next ? { next } : {}) };
}

const OVER = new Set(["draft", "stopped", "finished"]);
const isOnItsWay = ({ state }: { readonly state: string }) => !OVER.has(state);

async function line({ campaignId, name, state, wakeAt }: Awaited<ReturnType<typeof Campaign.rows>>[number]) {
  const [{ entered, finished, stopped }, next] = await Promise.all([
    Metric.total(Metric.Scope.campaign(campaignId)),
    nextOf(campaignId),
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
async function nextOf(campaignId: string): Promise<Next | undefined> {
  const heads = await Enrolment.earliest(campaignId);
  const first = heads.map(({ dueAt }) => dueAt).sort()[0];
  if (!first) return undefined;
  const now = Clock.iso();
  const at = first > now ? first : now;
  const shards = heads.filter(({ dueAt }) => dueAt <= at);
  const due = await Promise.all(shards.map(({ shard }) => Enrolment.due(campaignId, shard, at, COUNTED)));
  return { at, people: due.flat().length };
}

/** The earliest of several moments, with everybody of that moment. */
function soonest(moments: readonly Next[]): Next | undefined {
  const at = moments.map((one) => one.at).sort()[0];
  const people = moments.filter((one) => one.at === at).reduce((sum, one) => sum + one.people, 0);
  return at ? { at, people } : undefined;
}
