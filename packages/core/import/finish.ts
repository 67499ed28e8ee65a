import { Clock } from "../clock.ts";
import { once } from "../commit.ts";
import { BOM, csvLine } from "../csv.ts";
import { Events } from "./events.ts";
import * as Files from "./files.ts";
import { get, progress } from "./read.ts";
import { REJECTIONS, type Rejection } from "./reasons.ts";

/** All parts are read: says what came of the file, and keeps of it only the rows that somebody is to correct. */
export async function finish(importId: string): Promise<void> {
  const info = await get(importId);
  const { parts = 0, state, revision } = info;
  if (state === "running") {
    const { counts, notes } = await progress(info);
    if (counts.rejected > 0) await Files.writeRejected(importId, await rejectedFile(importId, info));
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

/** The rejected rows in the file's own columns and order, each with its reason: to be corrected and uploaded again. */
async function rejectedFile(
  importId: string,
  { parts = 0, columns = [], dialect }: Awaited<ReturnType<typeof get>>,
): Promise<string> {
  const delimiter = dialect?.delimiter ?? ",";
  const all: Files.Refused[] = [];
  for (let part = 0; part < parts; part++) all.push(...(await Files.readRefused(importId, part)));
  const lines = all
    .sort((a, b) => a.row - b.row)
    .map(({ row, cells, code }) => csvLine([reasonOf(row, code), ...cells], delimiter));
  return BOM + csvLine(["Reason", ...columns], delimiter) + lines.join("");
}

/** Without its cells a row is known by its number. */
const reasonOf = (row: number, code: Rejection) =>
  code === "erased" ? `Row ${row}: ${REJECTIONS.erased}` : REJECTIONS[code];

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
