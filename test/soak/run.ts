import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { directorySize } from "../bench/directory-size.ts";
import { openBook } from "../faults/book.ts";
import { openOrganisation } from "../faults/open.ts";
import { openStage, type Stage } from "../faults/stage.ts";
import { dice } from "../flows/support/dice.ts";
import { freePair, type Where } from "../flows/support/product.ts";
import { setQuota } from "../flows/support/quota.ts";
import { live, type Size } from "./day.ts";
import { type Machine, startMachine } from "./machine.ts";
import { type Rest, rest } from "./rest.ts";

/** How large the product is at the end of a day. */
export interface Mark {
  readonly day: number;
  /** Who came so far, by the form. */
  readonly people: number;
  /** MB in memory, and in the data directory. */
  readonly memory: number;
  readonly data: number;
  /** Real seconds since the start. */
  readonly seconds: number;
}

export interface Lived extends Rest {
  readonly size: Size;
  readonly marks: readonly Mark[];
  /** Errors that the product logged. */
  readonly errors: readonly string[];
  readonly refusals: readonly string[];
}

const MB = 1024 * 1024;
/** A mark at the start, at the end and so many between. */
const MARKS = 4;

/** Lets days pass in which people come, are written to, answer and go; then everything comes to rest and is looked at. */
export async function run(size: Size, tell: (what: string) => void): Promise<Lived> {
  const home = await mkdtemp(join(tmpdir(), "perennial-soak-"));
  const where = { port: await freePair(), data: join(home, "data") };
  const machine = await startMachine(where);
  try {
    const stage = openStage(machine.here, openBook(), dice(size.seed));
    const marks = await pass({ stage, machine, where, size, tell });
    await machine.end();
    const { errors } = machine;
    return { size, marks, errors, refusals: stage.book.refusals, ...(await rest(where, stage, RATE)) };
  } finally {
    await machine.end();
    await rm(home, { recursive: true, force: true });
  }
}

interface Passing {
  readonly stage: Stage;
  readonly machine: Machine;
  readonly where: Where;
  readonly size: Size;
  readonly tell: (what: string) => void;
}

async function pass({ stage, machine, where, size, tell }: Passing): Promise<Mark[]> {
  const began = performance.now();
  const mark = async (day: number): Promise<Mark> => ({
    day,
    people: stage.people.length,
    memory: await machine.memory(),
    data: (await directorySize(where.data)) / MB,
    seconds: (performance.now() - began) / 1000,
  });
  await setQuota(stage.here, { max24HourSend: 1e6, maxSendRate: RATE });
  await openOrganisation(stage);
  const marks = [await mark(0)];
  for (let day = 0; day < size.days; day++) {
    await live(stage, day, size);
    if (Math.floor(((day + 1) * MARKS) / size.days) === Math.floor((day * MARKS) / size.days)) continue;
    const next = await mark(day + 1);
    marks.push(next);
    tell(`day ${next.day}: ${Math.round(next.data)} MB of data, ${Math.round(next.memory)} MB in memory`);
  }
  return marks;
}

/** An account that has been sending for a while. */
export const RATE = 100;
