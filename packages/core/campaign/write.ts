import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, once } from "../commit.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Id, newId } from "../id.ts";
import { Line } from "../text.ts";
import { Entry, type Info, Steps } from "./campaign.schema.ts";
import { Events } from "./events.ts";
import { read } from "./read.ts";

type Build = Parameters<typeof commit>[0];

const Draft = z.strictObject({ name: Line(120), entry: Entry, steps: Steps });

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

/** Changes a draft. Conflict if somebody saved since `revision`; a launched campaign is not changed in this release. */
export const save = fn(
  Draft.extend({ campaignId: Id("cmp"), revision: z.int() }),
  async ({ campaignId, revision, ...draft }) => {
    Actor.assert("campaigns.write");
    const { state } = await read(campaignId);
    if (state !== "draft")
      throw new AppError(
        "conflict",
        "campaign.launched",
        "A launched campaign stays as it is. Make a new one instead.",
      );
    await commit(({ campaign, event }) => [
      campaign
        .patch({ campaignId })
        .set({ ...draft, revision: revision + 1 })
        .where((it, op) => `${op.eq(it.revision, revision)} AND ${op.eq(it.state, "draft")}`)
        .commit(),
      event.create(Events.Written({ campaignId, revision: revision + 1 })).commit(),
    ]);
    return read(campaignId);
  },
);
