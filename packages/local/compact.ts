import { access } from "node:fs/promises";
import { join } from "node:path";
import { compact } from "./dynamodb/compact.ts";
import { openDisk } from "./dynamodb/disk.ts";

/** The two databases of a data directory: the table, and what the other services keep. */
const DATABASES = ["table", "cloud"] as const;

/**
 * Makes what was deleted vanish from the files of a data directory, so that an erasure holds on the disk as well. No run may
 * use the directory meanwhile: the databases are locked, and opening a locked one fails.
 */
export async function compactData(data: string): Promise<void> {
  const paths = DATABASES.map((name) => join(data, name));
  const found = await Promise.allSettled(paths.map((path) => access(path)));
  if (found.some(({ status }) => status === "rejected"))
    throw new Error(`There is no data of Perennial in ${data}.`);
  for (const path of paths) {
    const disk = await openDisk(path);
    await compact(disk);
    await disk.close();
  }
}
