export * as Task from "./index.ts";

import * as z from "zod";
import { Actor } from "../actor.ts";
import { batchGet } from "../batch-get.ts";
import { Clock } from "../clock.ts";
import { applied, type commit, once } from "../commit.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { newId } from "../id.ts";
import { entities } from "../service.ts";
import { Info, TaskId } from "./task.schema.ts";
import type { View } from "./task.view.ts";

export { Info } from "./task.schema.ts";

/** Tasks that wait for whoever comes first. */
export const ANYBODY = "anybody";

const Draft = Info.pick({ candidateId: true, words: true, dueOn: true }).strict();
type Draft = Omit<Info, "actor" | "createdAt" | "doneAt" | "doneBy">;
type Build = Parameters<typeof commit>[0];

/** A task is written only under somebody who is there: erasing her waits for nobody's pen. */
const written =
  (draft: Draft): Build =>
  ({ candidate, task }) => [
    candidate
      .check({ candidateId: draft.candidateId })
      .where((it, op) => op.exists(it.name))
      .commit(),
    task
      .create({
        ...draft,
        actor: Actor.name(),
        createdAt: Clock.iso(),
        openFor: draft.assignee,
        openOn: draft.dueOn,
      })
      .commit(),
  ];

/** A colleague writes herself a task. */
export const set = fn(Draft, async (draft): Promise<View> => {
  Actor.assert("people.write");
  const acting = Actor.use();
  const assignee = acting.kind === "recruiter" ? acting.id : ANYBODY;
  const taskId = newId("tsk");
  if (!(await once(written({ ...draft, taskId, assignee, kind: "task" })))) throw gone();
  return { ...draft, taskId, kind: "task", createdAt: Clock.iso() };
});

const Asked = Info.omit({ actor: true, createdAt: true, doneAt: true, doneBy: true }).extend({
  assignee: Info.shape.assignee.default(ANYBODY),
});

/** What a campaign asks of somebody: once by its id, and of nobody who is gone. Answers whether this call wrote it. */
export const create = fn(Asked, (draft): Promise<boolean> => once(written(draft)));

const gone = () =>
  new AppError("missing", "candidate.missing", "There is nobody here. She may have been erased.");

/** Ticks a task off, or takes the tick back. Twice is once. */
export const finish = fn(
  z.strictObject({ candidateId: Info.shape.candidateId, taskId: TaskId, done: z.boolean() }),
  async ({ done, ...key }): Promise<{ done: boolean }> => {
    Actor.assert("people.write");
    const { data: item } = await entities.task.get(key).go({ consistent: true });
    if (!item) throw new AppError("missing", "task.missing", "There is no such task any more");
    if ((item.doneAt !== undefined) === done) return { done };
    const patch = entities.task.patch(key);
    const change = done
      ? patch.set({ doneAt: Clock.iso(), doneBy: Actor.name() }).remove(["openFor", "openOn"])
      : patch.set({ openFor: item.assignee, openOn: item.dueOn }).remove(["doneAt", "doneBy"]);
    await applied(change.go());
    return { done };
  },
);

/** Open tasks of a colleague and of anybody, due up to a day, soonest first; at most `limit` each. */
export async function due(recruiterId: string, until: string, limit: number): Promise<View[]> {
  const found = await Promise.all(
    [...new Set([recruiterId, ANYBODY])].map((openFor) =>
      entities.task.query.open({ openFor }).lte({ openOn: until }).go({ limit }),
    ),
  );
  const listed = found.flatMap(({ data }) =>
    data.map(({ candidateId, taskId }) => ({ candidateId, taskId })),
  );
  // The index may still hold what was ticked off a moment ago.
  const items = await batchGet(listed, (some) => entities.task.get(some).go({ consistent: true }));
  return items.flatMap((item) => (item.doneAt ? [] : [viewOf(Info.parse(item))])).sort(bySoonest);
}

/** Takes away what only makes sense to colleagues. */
export const viewOf = ({ assignee: _, actor: __, doneBy: ___, ...view }: Info): View => view;

export const bySoonest = (a: View, b: View) =>
  a.dueOn.localeCompare(b.dueOn) || a.createdAt.localeCompare(b.createdAt);
