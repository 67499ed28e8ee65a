import { quantile } from "../../bin/check/quantile.ts";
import { type Recruiter, signIn } from "../flows/support/recruiter.ts";
import type { Name } from "./figures.ts";
import type { Machine } from "./machine.ts";
import { forEach } from "./pool.ts";
import { watched } from "./rated.ts";
import type { Sample } from "./sample.ts";

/** The n-th thing that is asked, and its path. */
export type Ask = (n: number) => readonly [method: "GET" | "POST", path: string, body?: unknown];

/** How it is asked: by how many at once, how often in all, and how often before that counts. */
export interface Load {
  readonly recruiters: number;
  readonly reads: number;
  readonly warm: number;
}

const PEOPLE = ["ana", "jonas", "mei"] as const;

/** Recruiters ask through the HTTP API, each the next thing as soon as she has her answer: no pause to think, so it is the worst that so many can do. */
export async function reads(here: Machine, name: Name, ask: Ask, load: Load): Promise<Sample> {
  const recruiters = await Promise.all(
    Array.from({ length: load.recruiters }, (_, n) => signIn(here, PEOPLE[n % PEOPLE.length] ?? "ana")),
  );
  await spread(recruiters, load.warm, ask);
  const { done, wall, parts } = await watched(here, async () => {
    const times = await spread(recruiters, load.reads, (n) => ask(load.warm + n));
    return { count: load.reads, times };
  });
  const at = (share: number) => quantile(done.times, share);
  return {
    ...{ name, value: at(0.95) },
    parts: {
      "ms p50": at(0.5),
      "ms p95": at(0.95),
      "ms p99": at(0.99),
      "reads a second": load.reads / wall,
      ...parts,
    },
  };
}

/** Milliseconds of each answer. */
async function spread(recruiters: readonly Recruiter[], count: number, ask: Ask): Promise<number[]> {
  const times: number[] = [];
  const free = [...recruiters];
  const all = Array.from({ length: count }, (_, n) => n);
  await forEach(all, recruiters.length, async (n) => {
    const who = free.pop();
    if (!who) throw new Error("More at once than there are recruiters");
    times.push(await timed(who, ...ask(n)));
    free.push(who);
  });
  return times;
}

async function timed(who: Recruiter, method: string, path: string, body?: unknown): Promise<number> {
  const began = performance.now();
  const { status } = await who.call(method, path, body);
  const ms = performance.now() - began;
  if (status !== 200) throw new Error(`${method} ${path} was answered with ${status}`);
  return ms;
}
