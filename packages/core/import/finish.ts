import { Clock } from "../clock.ts";
import { once } from "../commit.ts";
import { Events } from "./events.ts";
import * as Files from "./files.ts";
import { get, progress } from "./read.ts";

/** All parts are read: says what came of the file, and takes it away. */
export async function finish(importId: string): Promise<void> {
  const info = await get(importId);
  const { parts = 0, state, revision } = info;
  if (state === "running") {
    const { counts, notes } = await progress(info);
    await once(({ import: imports, event }) => [
      imports
        .patch({ importId })
        .set({ state: "finished", counts, notes, finishedAt: Clock.iso(), revision: revision + 1 })
        .where((it, op) => `${op.eq(it.revision, revision)} AND ${op.eq(it.state, "running")}`)
        .commit(),
      event.create(Events.Finished({ importId, counts })).commit(),
    ]);
  }
  await Files.clear(importId, parts);
}

/** The workflow gave up: the import says so. What was read in stays, and starting again goes on from there. */
export async function fail(importId: string, attempt: number, failure: string): Promise<void> {
  await once(({ import: imports, event }) => [
    imports
      .patch({ importId })
      .set({ state: "failed", failure })
      .add({ revision: 1 })
      .where((it, op) => `${op.eq(it.attempt, attempt)} AND ${op.eq(it.state, "running")}`)
      .commit(),
    event.create(Events.Failed({ importId, failure })).commit(),
  ]);
}
