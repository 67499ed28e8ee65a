import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MovableClock } from "../../../packages/local/clock/index.ts";
import { type Cloud, startCloud } from "../../../packages/local/cloud.ts";
import type { Meter } from "../../../packages/local/meter/index.ts";

/** Where a run of the product answers, in this process or in one of its own. */
export interface Place {
  readonly siteUrl: string;
  readonly consoleUrl: string;
  readonly clock: Pick<MovableClock, "ms" | "moveTo" | "settled">;
}

/** The whole product on free ports in a directory of its own. */
export interface World extends Cloud {
  readonly data: string;
  end(): Promise<void>;
}

export async function world(meter?: Meter): Promise<World> {
  const data = await mkdtemp(join(tmpdir(), "perennial-"));
  const cloud = await startCloud({ port: 0, data, ...(meter ? { meter } : {}) });
  const end = async () => {
    await cloud.stop();
    await rm(data, { recursive: true, force: true });
  };
  return { ...cloud, data, end };
}

/** Tries until it answers something; for what the cloud does a moment later. Fails with what was waited for. */
export async function eventually<T>(what: string, look: () => Promise<T | undefined | false>): Promise<T> {
  const until = Date.now() + 20_000;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > until) throw new Error(`It never happened: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
