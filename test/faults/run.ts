import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCloud } from "../../packages/local/cloud.ts";
import { dice } from "../flows/support/dice.ts";
import { freePair, type Where } from "../flows/support/product.ts";
import { resumeAll } from "./acts/campaign.ts";
import { openBook } from "./book.ts";
import { deadLetters, type Evidence, gather } from "./evidence.ts";
import type { Breach, Invariant } from "./invariant.ts";
import { INVARIANTS } from "./invariants/index.ts";
import { startLives } from "./lives.ts";
import { openOrganisation } from "./open.ts";
import { openStage, type Stage } from "./stage.ts";
import type { Weather } from "./weather.ts";
import { work } from "./workload.ts";

export interface Found {
  readonly invariant: Invariant;
  readonly breach: Breach;
}
export interface Outcome {
  readonly evidence: Evidence;
  readonly found: readonly Found[];
  readonly lives: number;
  readonly rounds: number;
  readonly refusals: readonly string[];
}

const HOUR = 3_600_000;

/** Lets the product work while things go wrong, then lets it come to rest, and looks whether all that must hold holds. */
export async function run(
  weather: Weather,
  note: (what: string) => void = () => undefined,
): Promise<Outcome> {
  const home = await mkdtemp(join(tmpdir(), "perennial-faults-"));
  try {
    const where = { port: await freePair(), data: join(home, "data") };
    const lives = startLives(where, weather);
    const stage = openStage(lives.here, openBook(), dice(weather.seed));
    await lives.ready();
    await openOrganisation(stage);
    note("the organisation is open");
    const until = Date.now() + weather.duration;
    const rounds = await work({ stage, lives, until, lifetime: weather.lifetime });
    const count = await lives.end();
    note(`${rounds} rounds, ${stage.book.acts.length} acts, ${count} lives`);
    const evidence = await rest(where, stage, weather, note);
    const found = INVARIANTS.flatMap((invariant) =>
      invariant.check(evidence).map((breach): Found => ({ invariant, breach })),
    );
    return { evidence, found, lives: count, rounds, refusals: stage.book.refusals };
  } finally {
    if (weather.keep) note(`its data is kept in ${home}`);
    else await rm(home, { recursive: true, force: true });
  }
}

/** Nothing goes wrong any more: everybody goes on, what failed too often is sent back, and days pass. */
async function rest(
  where: Where,
  { book, campaigns }: Stage,
  { skewMs }: Weather,
  note: (what: string) => void,
): Promise<Evidence> {
  const cloud = await startCloud(where);
  const since = new Date(cloud.clock.ms()).toISOString();
  try {
    const pass = (ms: number) => cloud.clock.moveTo(cloud.clock.ms() + ms);
    const here = { siteUrl: cloud.siteUrl, consoleUrl: cloud.consoleUrl, clock: cloud.clock };
    const calm = { ...openStage(here, book, dice(0)), campaigns };
    await pass(HOUR);
    await resumeAll(calm);
    await pass(7 * HOUR);
    const before = await deadLetters(cloud);
    for (const place of new Set(before.map((letter) => letter.place))) await redrive(cloud.consoleUrl, place);
    await pass(2 * HOUR);
    note(`calm again; ${before.length} dead letters were sent back`);
    await pass(40 * HOUR);
    return await gather({ cloud, data: where.data, acts: book.acts, before, skewMs, since });
  } finally {
    await cloud.stop();
  }
}

const redrive = (consoleUrl: string, place: string) =>
  fetch(`${consoleUrl}/api/dead-letters/redrive`, { method: "POST", body: JSON.stringify({ place }) });
