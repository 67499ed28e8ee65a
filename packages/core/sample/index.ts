export * as Sample from "./index.ts";

import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { commit, insist } from "../commit.ts";
import { AppError } from "../error.ts";
import * as Organisation from "../organisation/index.ts";
import { entities } from "../service.ts";
import { Events } from "./events.ts";
import type { View } from "./sample.view.ts";

export { Events } from "./events.ts";
export { layPart, removePart } from "./work.ts";

const PEOPLE = 2000;

/** How far the sample workspace is. */
export async function show(): Promise<View> {
  Actor.assert("people.read");
  return view();
}

async function view(): Promise<View> {
  const { data } = await entities.sample.get({ key: "sample" }).go({ consistent: true });
  return data
    ? { state: data.state, done: data.done, people: data.people }
    : { state: "none", done: 0, people: PEOPLE };
}

/** Lays out the sample workspace, or goes on with it where it stopped. Twice is once. */
export async function lay(): Promise<View> {
  Actor.assert("people.sample");
  return begin(PEOPLE);
}

/** The same with so many people. */
export function begin(people: number): Promise<View> {
  return insist(async () => {
    const { state, done } = await view();
    if (state === "removing")
      throw new AppError(
        "conflict",
        "sample.removing",
        "The sample is being removed. Wait until it is gone.",
      );
    if (state === "laying")
      await commit(({ event }) => [event.create(Events.Laying({ from: done })).commit()]);
    if (state === "none") await open(people);
    return view();
  });
}

async function open(people: number): Promise<void> {
  const acting = Actor.use();
  const { settings } = await Organisation.read();
  const item = {
    state: "laying" as const,
    people,
    done: 0,
    begunAt: Clock.iso(),
    recruiterId: acting.kind === "recruiter" ? acting.id : "sample",
    controller: settings.name ?? "Sample",
    sums: {},
  };
  await commit(({ sample, event }) => [
    sample.create(item).commit(),
    event.create(Events.Laying({ from: 0 })).commit(),
  ]);
}

/** Removes the sample workspace with everything of it, or goes on removing it. Twice is once. */
export async function remove(): Promise<View> {
  Actor.assert("people.sample");
  return insist(async () => {
    const { state, done } = await view();
    if (state === "laying")
      throw new AppError(
        "conflict",
        "sample.laying",
        "The sample is still being laid out. Wait until it is there.",
      );
    if (state === "removing")
      await commit(({ event }) => [event.create(Events.Removing({ from: done })).commit()]);
    if (state === "there")
      await commit(({ sample, event }) => [
        sample
          .patch({ key: "sample" })
          .set({ state: "removing", done: 0 })
          .where((it, op) => op.eq(it.state, "there"))
          .commit(),
        event.create(Events.Removing({ from: 0 })).commit(),
      ]);
    return view();
  });
}
