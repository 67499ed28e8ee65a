import * as z from "zod";
import { Actor } from "../actor.ts";
import { Clock } from "../clock.ts";
import { AppError } from "../error.ts";
import { fn } from "../fn.ts";
import { entities } from "../service.ts";
import { type Counts, ImportId, Info } from "./import.schema.ts";
import { parts } from "./part.ts";
import { notesIn, rejectionsIn, together } from "./reasons.ts";
import type { View } from "./views.ts";

/** One part takes minutes at most: after an hour without a new one the workflow is gone, and another does no harm if it is not. */
const STOPPED_MS = 3_600_000;

export const NOTHING: Counts = { new: 0, updated: 0, unchanged: 0, rejected: 0 };

export const add = (a: Counts, b: Counts): Counts => ({
  new: a.new + b.new,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  rejected: a.rejected + b.rejected,
});

/** An import as it stands now, read strongly. */
export async function get(importId: string): Promise<Info> {
  const { data } = await entities.import.get({ importId }).go({ consistent: true });
  if (data) return Info.parse(data);
  throw new AppError("missing", "import.missing", "There is no such import");
}

/** One import with what became of its rows so far. */
export const one = fn(z.strictObject({ importId: ImportId }), async ({ importId }) => {
  Actor.assert("people.import");
  return viewOf(await get(importId));
});

/** Every import, newest first. */
export async function list(): Promise<{ imports: View[] }> {
  Actor.assert("people.import");
  const { data } = await entities.import.query.catalogue({}).go({ pages: "all", order: "desc" });
  return { imports: await Promise.all(data.map((item) => viewOf(Info.parse(item)))) };
}

async function viewOf(info: Info): Promise<View> {
  const {
    parts: _,
    columns: __,
    dialect: ___,
    attempt: ____,
    blanked: _____,
    counts,
    notes,
    by,
    ...told
  } = info;
  const far = counts && notes ? { counts, notes, stopped: false } : await progress(info);
  return {
    ...told,
    by: by.name,
    counts: far.counts,
    notes: notesIn(far.notes),
    rejections: rejectionsIn(far.notes),
    ...(far.stopped ? { stopped: true } : {}),
  };
}

type Running = Pick<Info, "importId" | "state" | "startedAt">;

/** What the parts that are done have come to, and whether no new one is begun any more. */
export async function progress({ importId, state, startedAt = "" }: Running) {
  const { done, begunAt = startedAt } = state === "draft" ? { done: [] } : await parts(importId);
  const last = begunAt > startedAt ? begunAt : startedAt;
  return {
    counts: done.reduce((sum, { counts }) => add(sum, counts), NOTHING),
    notes: together(done.map(({ notes }) => notes)),
    stopped: state === "running" && Date.parse(last) + STOPPED_MS <= Clock.ms(),
  };
}
