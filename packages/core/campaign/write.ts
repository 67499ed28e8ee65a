import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, once } from "../commit.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Id, newId } from "../id.ts";
import { Line } from "../text.ts";
import { mailBlockers } from "./blockers.ts";
import { Entry, type Info, type Step, Steps } from "./campaign.schema.ts";
import { Events } from "./events.ts";
import { countsHours, faultsIn, stepsIn } from "./journey.ts";
import { read } from "./read.ts";
import { journeyItem, versions } from "./version.ts";

type Build = Parameters<typeof commit>[0];

const Journey = Steps.superRefine((steps, { addIssue }) => {
  for (const message of faultsIn(steps)) addIssue({ code: "custom", message });
});
const Draft = z.strictObject({ name: Line(120), entry: Entry, steps: Journey });

/** Creates a campaign as a draft: nobody is written to before it is launched. */
export const create = fn(Draft, async (draft): Promise<Info> => {
  Actor.assert("campaigns.write");
  const campaignId = newId("cmp");
  await commit(first(campaignId, draft));
  return read(campaignId);
});

/** Drafts a campaign that a workspace starts with, under an id of its own: what is there stays as somebody changed it. */
export const furnish = fn(Draft.extend({ campaignId: Id("cmp") }), async ({ campaignId, ...draft }) => {
  Actor.assert("campaigns.write");
  await once(first(campaignId, draft));
});

const first =
  (campaignId: string, draft: z.output<typeof Draft>): Build =>
  ({ campaign, event }) => [
    campaign.create({ ...draft, campaignId, state: "draft", revision: 1, createdAt: Clock.iso() }).commit(),
    event.create(Events.Written({ campaignId, revision: 1 })).commit(),
  ];

const Changed = Draft.extend({ campaignId: Id("cmp"), revision: z.int() });
type Changed = z.output<typeof Changed>;

/**
 * Saves a campaign as a whole. A launched one gets a new version of its steps: who is inside stays on hers, who enters from now on takes
 * it; who enters cannot change any more. Conflict if somebody saved since `revision`.
 */
export const save = fn(Changed, async (changed) => {
  Actor.assert("campaigns.write");
  const campaign = await read(changed.campaignId);
  if (campaign.state === "finished" || campaign.state === "stopped")
    throw new AppError("conflict", "campaign.over", "This campaign is over. Make a new one instead.");
  await (campaign.state === "draft" ? rewrite(changed) : reissue(campaign, changed));
  return read(changed.campaignId);
});

const rewrite = ({ campaignId, revision, ...draft }: Changed): Promise<void> =>
  commit(({ campaign, event }) => [
    campaign
      .patch({ campaignId })
      .set({ ...draft, revision: revision + 1 })
      .where((it, op) => `${op.eq(it.revision, revision)} AND ${op.eq(it.state, "draft")}`)
      .commit(),
    event.create(Events.Written({ campaignId, revision: revision + 1 })).commit(),
  ]);

/** Steps that did not change are no new version. */
async function reissue(was: Info, { revision, name, entry, steps }: Changed): Promise<void> {
  const { campaignId, grid } = was;
  if (!sameEntry(was.entry, entry))
    throw new AppError("conflict", "campaign.launched", "Who enters a launched campaign stays as it is.");
  const isNew = !isDeepStrictEqual(was.steps, steps);
  if (isNew) await refuseFaulty(campaignId, steps);
  const version = isNew ? was.version + 1 : was.version;
  await commit(({ campaign, event, journey }) => [
    campaign
      .patch({ campaignId })
      .set({ name, steps, version, grid: countsHours(steps) ? 15 : grid, revision: revision + 1 })
      .where((it, op) => `${op.eq(it.revision, revision)} AND ${op.eq(it.state, was.state)}`)
      .commit(),
    event.create(Events.Written({ campaignId, revision: revision + 1, version })).commit(),
    ...(isNew ? [journey.create(journeyItem({ campaignId, version, steps })).commit()] : []),
  ]);
}

const sameEntry = (was: Entry, now: Entry) =>
  was.kind === "form" || now.kind === "form"
    ? isDeepStrictEqual(was, now)
    : was.segmentId === now.segmentId && was.mode === now.mode;

/** Whoever enters from now on takes these steps: they stand up to what a launch asks of them. */
async function refuseFaulty(campaignId: string, steps: Step[]): Promise<void> {
  const [written, blockers] = await Promise.all([versions(campaignId), mailBlockers({ campaignId, steps })]);
  refuseReused(
    steps,
    written.map((version) => version.steps),
  );
  if (blockers.length === 0) return;
  const problems = blockers.map(({ stepId = "", message }) => ({ field: `steps.${stepId}`, message }));
  throw new AppError("blocked", "campaign.blocked", "A step can't be used as it is", problems);
}

/** Figures, mails and reasons name steps: a name that meant another kind of step would mix them. */
function refuseReused(steps: readonly Step[], earlier: readonly (readonly Step[])[]): void {
  const kinds = new Map(earlier.flatMap(stepsIn).map(({ stepId, kind }) => [stepId, kind]));
  const reused = stepsIn(steps).filter(({ stepId, kind }) => kinds.has(stepId) && kinds.get(stepId) !== kind);
  if (reused.length === 0) return;
  const problems = reused.map(({ stepId }) => ({
    field: "steps",
    message: `"${stepId}" was another kind of step in an earlier version. Give the new step a name of its own.`,
  }));
  throw new AppError("invalid", "steps.reused", "A step has the name of another one before it", problems);
}
