import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { freePair, type Run, start, type Where } from "./product.ts";

export { placeOf, type Where } from "./product.ts";

/** Starts the product as `npm start` does. It ends with the test. */
export function run(where: Where): Run {
  // Compiled code is kept, so that twenty restarts do not compile the same sources twenty times.
  const { NODE_COMPILE_CACHE = `${where.data}-compiled`, ...env } = process.env;
  const product = start(where, { ...env, NODE_COMPILE_CACHE });
  onTestFinished(async () => void (await product.end("SIGKILL")));
  return product;
}

/** A data directory that goes with the test, and two free ports in a row. */
export async function somewhere(): Promise<Where> {
  const home = await mkdtemp(join(tmpdir(), "perennial-process-"));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  return { port: await freePair(), data: join(home, "data") };
}
