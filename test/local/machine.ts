import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openClock } from "../../packages/local/clock/index.ts";
import { openJournal } from "../../packages/local/journal/index.ts";
import { openStore } from "../../packages/local/store.ts";

export const credentials = { accessKeyId: "local", secretAccessKey: "local" };

/** What every service of the local cloud stands on, over a directory of its own or one that a killed machine left. */
export async function openMachine(left?: string) {
  const dir = left ?? (await mkdtemp(join(tmpdir(), "perennial-")));
  const store = await openStore(dir);
  const clock = await openClock(store);
  const journal = await openJournal(store, clock);
  return {
    dir,
    store,
    clock,
    journal,
    /** Closes the store and leaves the directory for the next machine. */
    close: () => store.close(),
    async remove() {
      await store.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
export type Machine = Awaited<ReturnType<typeof openMachine>>;
