import type { Name } from "./figures.ts";
import type { Machine, Used } from "./machine.ts";
import type { Parts, Sample } from "./sample.ts";

/** What was done, and in how many seconds where the work itself can tell. */
export interface Done {
  readonly count: number;
  readonly seconds?: number;
}

/** How many a second, by what the work itself says or by the time it took; with CPU and memory. */
export async function rated(here: Machine, name: Name, work: () => Promise<Done>): Promise<Sample> {
  const { done, wall, parts } = await watched(here, work);
  return { name, value: done.count / (done.seconds ?? wall), parts };
}

/** Does something, and looks what the machine used for it. */
export async function watched<T extends Done>(here: Machine, work: () => Promise<T>) {
  const [before, began] = [await here.used(), performance.now()];
  const done = await work();
  const wall = (performance.now() - began) / 1000;
  return { done, wall, parts: partsOf(before, await here.used(), done.count, wall) };
}

function partsOf(before: Used, after: Used, count: number, wall: number): Parts {
  const cpu = after.cpu - before.cpu;
  return { "ms of CPU each": (cpu * 1000) / count, "cores busy": cpu / wall, "MB in memory": after.memory };
}
