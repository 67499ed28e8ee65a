import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { directory, type Machine, machine } from "./machine.ts";
import type { Sample } from "./sample.ts";

export interface Pool {
  readonly people: number;
  /** With the sample workspace beside them: two thousand people with two years behind them. */
  readonly sample?: boolean;
  readonly rounds: number;
}

const FILL = join(import.meta.dirname, "fill.ts");

/** Fills a directory with people, and measures on it several times, each time after a start. Each leaves it as it was. */
export async function onPool(pool: Pool, work: (here: Machine) => Promise<Sample[]>): Promise<Sample[]> {
  const { data, remove } = await directory();
  const samples: Sample[] = [];
  try {
    await fill(data, pool);
    for (let round = 0; round < pool.rounds; round++) {
      const here = await machine(data);
      try {
        samples.push(...(await work(here)));
      } finally {
        await here.end();
      }
    }
  } finally {
    await remove();
  }
  return samples;
}

/** In a process of its own: core knows one table in its life, and this process may need several. */
export async function fill(
  data: string,
  { people, sample = false }: Pick<Pool, "people" | "sample">,
): Promise<void> {
  const args = [FILL, data, String(people), ...(sample ? ["sample"] : [])];
  await promisify(execFile)(process.execPath, args, { maxBuffer: 1 << 26 });
}
