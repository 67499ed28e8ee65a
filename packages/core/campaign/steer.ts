import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist, once } from "../commit.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { Id } from "../id.ts";
import * as Message from "../message/index.ts";
import type { Info, State } from "./campaign.schema.ts";
import { Events, type Position, type Steering } from "./events.ts";
import { asRead } from "./fence.ts";
import { read } from "./read.ts";
import { awake, oversleeps } from "./wake.ts";

export const Which = z.strictObject({ campaignId: Id("cmp"), revision: z.int() });

type Build = Parameters<typeof commit>[0];

interface Turn {
  readonly campaign: Info;
  readonly to: State;
  readonly event: (payload: Steering) => ReturnType<typeof Events.Launched>;
  readonly starts: boolean;
  /** What else it says of itself from now on, and no more. */
  readonly set?: Partial<Pick<Info, "entry" | "grid" | "sender" | "startsAt" | "launchedAt">>;
  readonly forget?: readonly ("sender" | "startsAt" | "launchedAt" | "notBefore")[];
  /** What is written with it. */
  readonly also?: Build;
}

/**
 * Turns a campaign: state, epoch and the event that steers the workflow change together, or not at all. Away from running it answers once
 * what was on its way has left.
 * @throws Refused also when a nudge took the next epoch meanwhile, which is no reason to refuse the recruiter: read again
 */
export async function turn({
  campaign: was,
  to,
  event,
  starts,
  set,
  forget = [],
  also,
}: Turn): Promise<Info> {
  const { campaignId, revision, epoch, run, state } = was;
  const next = { epoch: epoch + 1, run: 0 };
  const stop = state === "running" ? { stop: { epoch, run } } : {};
  const lease = to === "running" ? awake(Clock.ms()) : {};
  const over = to === "running" ? [] : (["awakeUntil"] as const);
  await commit((all) => [
    all.campaign
      .patch({ campaignId })
      .set({ ...set, ...lease, ...next, state: to, revision: revision + 1 })
      .remove(["wakeAt", "failure", ...over, ...forget])
      .where((it, op) =>
        [
          op.eq(it.revision, revision),
          op.eq(it.epoch, epoch),
          op.eq(it.run, run),
          // It may have finished or failed meanwhile: that is no change of the recruiter's, and has no revision.
          op.eq(it.state, state),
        ].join(" AND "),
      )
      .commit(),
    all.event.create(event({ campaignId, ...stop, ...(starts ? { start: next } : {}) })).commit(),
    ...(also?.(all) ?? []),
  ]);
  // One that sleeps has nobody at work.
  if (to !== "running" && was.awakeUntil !== undefined) await Message.landedAll();
  return read(campaignId);
}

/** The campaign, if it is as the recruiter saw it and in one of these states. */
export async function expect(input: z.output<typeof Which>, ...states: State[]): Promise<Info> {
  Actor.assert("campaigns.launch");
  const campaign = await read(input.campaignId);
  if (campaign.revision !== input.revision || !states.includes(campaign.state))
    throw new AppError(
      "conflict",
      "changed.meanwhile",
      "This campaign was changed meanwhile. Reload and try again.",
    );
  return campaign;
}

/** Nothing is sent once this answers; everybody keeps her place. */
export const pause = fn(Which, (input) =>
  insist(async () =>
    turn({ campaign: await expect(input, "running"), to: "paused", event: Events.Paused, starts: false }),
  ),
);

/** Goes on where it was paused, or where it failed. */
export const resume = fn(Which, (input) =>
  insist(async () =>
    turn({
      campaign: await expect(input, "paused", "failed"),
      to: "running",
      event: Events.Resumed,
      starts: true,
    }),
  ),
);

/** Ends it for good: one last execution takes everybody out. */
export const stop = fn(Which, (input) =>
  insist(async () =>
    turn({
      campaign: await expect(input, "running", "paused", "failed"),
      to: "stopped",
      event: Events.Stopped,
      starts: true,
    }),
  ),
);

/**
 * Wakes a workflow that would overlook somebody due at `dueAt`, or that is no more; she is in the table already. Answers the
 * campaign's state as it was found. Whoever loses the race to another writer reads again.
 */
export const nudge = (campaignId: string, dueAt: string): Promise<State> =>
  insist(async () => {
    const found = await read(campaignId);
    if (!oversleeps(found, dueAt, Clock.ms())) return found.state;
    const { epoch, run, state } = found;
    const start = { epoch: epoch + 1, run: 0 };
    await commit(({ campaign, event }) => [
      campaign
        .patch({ campaignId })
        .set({ ...start, ...awake(Clock.ms()) })
        .remove(["wakeAt"])
        .where(asRead(found))
        .commit(),
      event.create(Events.Woken({ campaignId, stop: { epoch, run }, start })).commit(),
    ]);
    return state;
  });

/** Continues the same epoch in a fresh execution, before the history of this one is full or its year is over. */
export async function renew(campaignId: string, { epoch, run }: Position): Promise<void> {
  const start = { epoch, run: run + 1 };
  await once(({ campaign, event }) => [
    campaign
      .patch({ campaignId })
      .set({ run: run + 1, ...awake(Clock.ms()) })
      .remove(["wakeAt"])
      .where((it, op) => `${op.eq(it.epoch, epoch)} AND ${op.eq(it.run, run)}`)
      .commit(),
    event.create(Events.Renewed({ campaignId, start })).commit(),
  ]);
}

/** The workflow gave up: the campaign says so and waits for somebody. */
export async function fail(campaignId: string, { epoch, run }: Position, failure: string): Promise<void> {
  await once(({ campaign, event }) => [
    campaign
      .patch({ campaignId })
      .set({ state: "failed", failure })
      .remove(["wakeAt", "awakeUntil"])
      .where(
        (it, op) => `${op.eq(it.epoch, epoch)} AND ${op.eq(it.run, run)} AND ${op.eq(it.state, "running")}`,
      )
      .commit(),
    event.create(Events.Failed({ campaignId, failure })).commit(),
  ]);
}
