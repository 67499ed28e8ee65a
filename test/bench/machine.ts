import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { settle } from "../flows/support/launch.ts";
import { freePair, placeOf, start } from "../flows/support/product.ts";
import { setQuota } from "../flows/support/quota.ts";
import { type Recruiter, signIn } from "../flows/support/recruiter.ts";
import type { Place } from "../flows/support/world.ts";

/** The product in a process of its own, with an organisation and its recruiter. */
export interface Machine extends Place {
  readonly ana: Recruiter;
  /** Its data directory. */
  readonly data: string;
  /** Seconds from the command to "ready". */
  readonly seconds: number;
  /** What its process has used so far. */
  used(): Promise<Used>;
  end(): Promise<void>;
}

export interface Used {
  /** MB in memory now. */
  readonly memory: number;
  /** Seconds of CPU since it was started. */
  readonly cpu: number;
}

/** A directory for one run, and what removes it. */
export async function directory() {
  const home = await mkdtemp(join(tmpdir(), "perennial-bench-"));
  return { data: join(home, "data"), remove: () => rm(home, { recursive: true, force: true }) };
}

/** Starts the product as `npm start` does, on an empty directory or on one that is filled. */
export async function machine(data: string): Promise<Machine> {
  const where = { port: await freePair(), data };
  const began = performance.now();
  const product = start(where);
  await product.ready;
  const seconds = (performance.now() - began) / 1000;
  const place = placeOf(where);
  const ana = await signIn(place, "ana");
  const end = async () => void (await product.end("SIGTERM"));
  return { ...place, ana, data, seconds, used: () => usedBy(product.pid), end };
}

/** An empty machine whose organisation has said what it has to say. */
export async function openMachine(data: string): Promise<Machine> {
  const here = await machine(data);
  await settle(here.ana);
  return here;
}

/** No mail waits for SES any more: an account whose quota is far beyond what this machine can send. */
export const liftQuota = (here: Pick<Machine, "consoleUrl">): Promise<void> =>
  setQuota(here, { max24HourSend: 1e9, maxSendRate: 1e6 });

const run = promisify(execFile);

/** Linux counts in hundredths of a second and `ps` there in whole ones; elsewhere `ps` has to do. */
export async function usedBy(pid: number | undefined): Promise<Used> {
  const { stdout } = await run("ps", ["-o", "rss=,time=", "-p", String(pid)]);
  const [rss, time = ""] = stdout.trim().split(/\s+/);
  const cpu = time.split(/[-:]/).reduce((sum, part) => sum * 60 + Number(part), 0);
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  return { memory: Number(rss) / 1024, cpu: stat === undefined ? cpu : ticksOf(stat) / 100 };
}

/** `utime` and `stime` of proc(5), the 14th and 15th field; the name in brackets may hold anything. */
function ticksOf(stat: string): number {
  const [, , , , , , , , , , , user, system] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(user) + Number(system);
}
