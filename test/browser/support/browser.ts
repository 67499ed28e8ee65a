import type { Browser } from "playwright-core";
import { afterAll } from "vitest";
import { launch } from "./launch.ts";

let running: Promise<Browser> | undefined;

/** The one browser of a test file, closed with it. */
export function browser(): Promise<Browser> {
  running ??= launch();
  return running;
}

afterAll(async () => (await running)?.close());
