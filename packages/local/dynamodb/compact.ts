import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { ClassicLevel } from "classic-level";

const EDGES = ["\u0000", "\uffff"] as const;

/**
 * Makes deleted values vanish from a LevelDB's files. LevelDB only drops them when it merges one level into the next, so
 * a row is written at either end of the key space to make every file overlap with something above it: the first round
 * empties the write-ahead log and the upper levels, the second rewrites what lay deepest. Reopening leaves behind the old
 * log, the old manifest and its key ranges. Nothing else may use the database meanwhile.
 */
export async function compact(disk: ClassicLevel<string, string>): Promise<void> {
  for (const type of ["put", "del"] as const) {
    await disk.batch(EDGES.map((key) => (type === "put" ? { type, key, value: "" } : { type, key })));
    await disk.compactRange(...EDGES);
  }
  await disk.close();
  await disk.open();
  const stale = (await readdir(disk.location)).filter((name) => name === "LOG.old");
  for (const name of stale) await rm(join(disk.location, name));
}
