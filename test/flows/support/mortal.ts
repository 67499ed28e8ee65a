import type { Entry } from "../../../packages/local/journal/index.ts";
import type { Applicant } from "./candidate.ts";
import type { Dice } from "./dice.ts";
import { placeOf, run, type Where } from "./process.ts";
import { walk } from "./stubborn.ts";
import type { Place } from "./world.ts";

/** Hops through the local cloud between one kill and the next. A person's whole path has some ninety. */
const HOPS = { least: 1, most: 40 };
const LONGEST_HOP_MS = 60;
/** When nothing has moved for this long, everybody waits for time to pass. */
const STILL_MS = 300;
const STEP_MS = 60 * 60_000;
const GLANCE_MS = 25;

export interface Walked {
  readonly person: Applicant;
  readonly welcomed: boolean;
}

interface Life {
  readonly where: Where;
  readonly kills: number;
  readonly chance: Dice;
  /** How many people are on their way at any time. */
  readonly atOnce: number;
}

export interface Lived {
  readonly walked: Walked[];
  /** The last hop before each kill, as the console shows it. */
  readonly killedAt: string[];
}

/** Lets people walk the path while the machine is killed again and again; answers how each of them fared. */
export async function killedOnTheWay({ where, kills, chance, atOnce }: Life): Promise<Lived> {
  const here = placeOf(where);
  const walks: Promise<Walked>[] = [];
  let active = 0;
  const send = () => {
    const n = walks.length + 1;
    const person = { name: `Ada ${n}`, email: `ada${n}@example.org`, tracking: true };
    active += 1;
    const done = walk(here, person).finally(() => {
      active -= 1;
    });
    walks.push(done.then((welcomed) => ({ person, welcomed })));
  };
  const killedAt: string[] = [];
  let machine = run(where);
  for (let killed = 0; killed < kills; killed++) {
    await machine.ready;
    while (active < atOnce) send();
    const { room, what } = await moves(here, chance.between(HOPS.least, HOPS.most));
    await new Promise((resolve) => setTimeout(resolve, chance.between(0, LONGEST_HOP_MS)));
    killedAt.push(`${room} ${what}`);
    await machine.end("SIGKILL");
    machine = run(where);
  }
  await machine.ready;
  const all = Promise.all(walks);
  await Promise.race([all, moves(here, Number.POSITIVE_INFINITY)]);
  await machine.end("SIGINT");
  return { walked: await all, killedAt };
}

/** Waits for some more hops and answers the last. Lets time pass whenever nothing moves by itself. */
export async function moves(here: Place, hops: number): Promise<Entry> {
  const first = await lastHop(here);
  let [seen, since] = [first, Date.now()];
  while (seen.seq < first.seq + hops) {
    await new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
    const now = await lastHop(here);
    const still = now.seq === seen.seq;
    if (still && Date.now() < since + STILL_MS) continue;
    // Not awaited: a kill may come in the middle of a move of the clock, too.
    if (still) void here.clock.moveTo(here.clock.ms() + STEP_MS).catch(() => undefined);
    [seen, since] = [now, Date.now()];
  }
  return seen;
}

async function lastHop({ consoleUrl }: Place): Promise<Entry> {
  const [last] = (await (await fetch(`${consoleUrl}/api/journal?limit=1`)).json()) as [Entry];
  return last;
}
