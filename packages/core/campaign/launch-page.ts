import * as z from "zod";
import { Actor } from "../actor.ts";
import * as Facts from "../facts/index.ts";
import { fn } from "../fn.ts";
import { Id } from "../id.ts";
import * as Organisation from "../organisation/index.ts";
import * as Template from "../template/index.ts";
import { blockersOf } from "./blockers.ts";
import type { Info } from "./campaign.schema.ts";
import { type Ahead, ahead, startOf } from "./course.ts";
import { entryView } from "./entry.ts";
import { foresee, foreseeTypical } from "./foresee.ts";
import { leftOutOf, planOf } from "./foreseen-plan.ts";
import { LIMITS } from "./frequency.ts";
import { emailsIn } from "./journey.ts";
import type { LaunchPage } from "./launch.view.ts";
import { read } from "./read.ts";
import { warningsOf } from "./warnings.ts";

/** So many people are asked one by one within the ten seconds a page has; of more, a fair sample. */
const ASKED = 10_000;

/** What a launch now would do if nobody reacts, and what stands between here and there. */
export const launchPage = fn(z.strictObject({ campaignId: Id("cmp") }), async ({ campaignId }) => {
  Actor.assert("campaigns.read");
  const campaign = await read(campaignId);
  const startsAt = startOf(campaign);
  const [outlook, blockers, named] = await Promise.all([
    ahead(campaign, startsAt).then((all) => outlookOf(campaign, all)),
    blockersOf(campaign),
    namesOf(campaign),
  ]);
  const { people, ...seen } = outlook;
  return {
    campaign,
    startsAt: startsAt.toISOString(),
    limits: LIMITS,
    blockers,
    warnings: warningsOf(campaign, seen, people),
    ...named,
    ...seen,
  } satisfies LaunchPage;
});

async function outlookOf({ campaignId, entry, steps }: Info, { audience, course }: Ahead) {
  const asked = sampleOf(audience);
  const times = asked.length === 0 ? 1 : audience.length / asked.length;
  const people = entry.kind === "form" ? [foreseeTypical(course)] : await foresee(asked, course, campaignId);
  const leftOut = leftOutOf(people, times);
  const out = leftOut.reduce((sum, { count }) => sum + count, 0);
  return {
    people,
    policy: course.policy,
    exact: asked.length === audience.length,
    audience: { matched: audience.length, enters: audience.length - out, leftOut },
    plan: planOf(people, steps, course.policy.zone, times),
  };
}

/** Everybody, or whole shards of the roster, which are chosen by a hash and so are fair. */
function sampleOf(audience: readonly Facts.Info[]): readonly Facts.Info[] {
  if (audience.length <= ASKED) return audience;
  const shards = Math.max(1, Math.floor((ASKED / audience.length) * Facts.SHARDS));
  return audience.filter(({ candidateId }) => Number(Facts.shardOf(candidateId)) < shards);
}

async function namesOf(campaign: Info) {
  const [entry, templates, { settings }] = await Promise.all([
    entryView(campaign.entry),
    Template.names(emailsIn(campaign.steps).map(({ templateId }) => templateId)),
    Organisation.read(),
  ]);
  const { senderName = "", senderEmail = "" } = settings;
  return {
    entry,
    templates: Object.fromEntries(templates),
    from: { name: senderName, email: senderEmail },
    replyTo: campaign.sender ?? lookingOn() ?? { name: senderName, email: senderEmail },
  };
}

/** Whoever launches is the sender: as long as nobody did, whoever looks at the page. */
function lookingOn() {
  const acting = Actor.use();
  return acting.kind === "recruiter" ? { name: acting.name, email: acting.email } : undefined;
}
