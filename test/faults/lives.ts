import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Plan } from "../../packages/local/faults/plan.ts";
import { placeOf, type Where } from "../flows/support/product.ts";
import type { Place } from "../flows/support/world.ts";
import type { Weather } from "./weather.ts";

const MACHINE = fileURLToPath(new URL("../../packages/local/faults/machine.ts", import.meta.url));

export interface Lives {
  readonly here: Place;
  /** Resolves when the machine answers, in whichever of its lives. */
  ready(): Promise<void>;
  /** Kills the machine; it starts again by itself. */
  kill(): void;
  /** Kills it for good; answers how many lives it had. */
  end(): Promise<number>;
}

const MUTATE = fileURLToPath(new URL("mutants/load.ts", import.meta.url));

/** The machine as a process that is killed, or kills itself, and is started again. */
export function startLives({ port, data }: Where, weather: Weather): Lives {
  const { seed, rates, skewMs, lagMs, mutant } = weather;
  let life = 0;
  let ended = false;
  let up = Promise.withResolvers<void>();
  let over = Promise.withResolvers<void>();
  let child = start();

  function start(): ChildProcess {
    const plan: Plan = { seed, rates, skewMs, lagMs, life };
    const flags = mutant ? ["--import", MUTATE] : [];
    const args = [...flags, MACHINE, String(port), data, JSON.stringify(plan)];
    const started = spawn(process.execPath, args, {
      stdio: ["pipe", "pipe", "pipe"],
      env: environment(data, mutant),
    });
    let said = "";
    const hear = (text: Buffer) => {
      said = `${said}${text}`.slice(-4000);
      if (said.includes("ready\n")) up.resolve();
    };
    started.stdout?.on("data", hear);
    started.stderr?.on("data", hear);
    started.once("close", (_code, signal) => closed(signal, said));
    return started;
  }
  function closed(signal: NodeJS.Signals | null, said: string) {
    if (ended) return over.resolve();
    if (signal !== "SIGKILL") return up.reject(new Error(`The machine ended by itself: ${said}`));
    life += 1;
    // Who waits for the one that never came up waits for the next.
    const next = Promise.withResolvers<void>();
    next.promise.then(up.resolve, up.reject);
    up = next;
    child = start();
  }
  return {
    here: placeOf({ port, data }),
    ready: () => up.promise,
    kill: () => void child.kill("SIGKILL"),
    async end() {
      ended = true;
      over = Promise.withResolvers();
      child.kill("SIGKILL");
      await over.promise;
      return life + 1;
    },
  };
}

/** Compiled code is kept beside the data, so that each life does not compile the same sources again. */
const environment = (data: string, mutant = "") => ({
  ...process.env,
  MUTANT: mutant,
  PERENNIAL_LOG_LEVEL: "SILENT",
  NODE_COMPILE_CACHE: `${data}-compiled`,
});
