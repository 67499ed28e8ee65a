import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { type Plan, Rates } from "../../packages/local/faults/plan.ts";
import { usedBy } from "../bench/machine.ts";
import { placeOf, type Where } from "../flows/support/product.ts";
import type { Place } from "../flows/support/world.ts";

const SCRIPT = fileURLToPath(new URL("../../packages/local/faults/machine.ts", import.meta.url));

/** The product as the fault runs have it, which notes every mail it hands over; nothing goes wrong in it. */
export interface Machine {
  readonly here: Place;
  /** Errors that it has logged, a line each: a drift that the nightly self-check found is one. */
  readonly errors: readonly string[];
  /** MB in memory. */
  memory(): Promise<number>;
  end(): Promise<void>;
}

const CALM: Plan = { seed: 0, life: 0, rates: Rates.parse({}), skewMs: 0, lagMs: 0 };

/** Starts it on a data directory; resolves when it answers. */
export async function startMachine({ port, data }: Where): Promise<Machine> {
  const env = { ...process.env, PERENNIAL_LOG_LEVEL: "ERROR" };
  const child = spawn(process.execPath, [SCRIPT, String(port), data, JSON.stringify(CALM)], {
    env,
    stdio: ["pipe", "pipe", "pipe"],
  });
  const errors: string[] = [];
  const ready = Promise.withResolvers<void>();
  const hear = (line: string) => {
    if (line === "ready") ready.resolve();
    else errors.push(line);
  };
  for (const voice of [child.stdout, child.stderr]) createInterface(voice).on("line", hear);
  const closed = once(child, "close");
  closed.then(() => ready.reject(new Error(`The machine ended by itself: ${errors.join("\n")}`)));
  await ready.promise;
  return {
    here: placeOf({ port, data }),
    errors,
    memory: async () => (await usedBy(child.pid)).memory,
    async end() {
      child.kill("SIGKILL");
      await closed;
    },
  };
}
