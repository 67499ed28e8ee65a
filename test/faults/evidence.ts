import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "../../packages/core/rebuild/index.ts";
import type { Cloud } from "../../packages/local/cloud.ts";
import { FAULTS, type Fault, HANDOVERS, type Handover } from "../../packages/local/faults/record.ts";
import type { Item } from "../flows/support/recount.ts";
import { compared } from "../flows/support/replay.ts";
import { type Anomaly, checkIndexes } from "../local/dynamodb-check.ts";
import type { Act } from "./book.ts";
import { scan, TABLE } from "./scan.ts";

/** A mail that SES took. */
export interface Sent {
  /** SES's id. */
  readonly id: string;
  readonly at: string;
  readonly to: string;
  /** Ours, as the mail carries them. */
  readonly tags: Readonly<Record<string, string>>;
}

export interface DeadLetter {
  readonly place: string;
  readonly id: string;
  readonly attempts: number;
  readonly content: unknown;
}

/** Everything that invariants are checked over. */
export interface Evidence {
  /** The whole table. */
  readonly items: readonly Item[];
  readonly mails: readonly Sent[];
  /** Every mail that was handed to SES, also those it refused. */
  readonly handovers: readonly Handover[];
  readonly faults: readonly Fault[];
  readonly acts: readonly Act[];
  /** Index rows that are not as their items say. */
  readonly anomalies: readonly Anomaly[];
  /** What a replay of the log finds. */
  readonly rebuilt: Report;
  /** Dead letters as the faults left them, and what was left once they were sent back. */
  readonly dead: { readonly before: readonly DeadLetter[]; readonly after: readonly DeadLetter[] };
  /** Messages that lie in queues, by queue; deliveries of the bus and records of the stream that nobody took. */
  readonly waiting: readonly { readonly place: string; readonly count: number }[];
  /** Where executions stand that run. */
  readonly running: readonly { readonly name: string; readonly state: string }[];
  /** By the movable clock. */
  readonly now: string;
  /** Mails a second that SES allows. */
  readonly rate: number;
  /** Most milliseconds by which clocks of functions were off. */
  readonly skewMs: number;
}

const RATE = 14;

interface Options {
  readonly cloud: Cloud;
  readonly data: string;
  readonly acts: readonly Act[];
  readonly before: readonly DeadLetter[];
  readonly skewMs: number;
  /** When this cloud came up after the machine was killed for good, by the movable clock. */
  readonly since: string;
}

const LAST_KILL = { kind: "killed", by: "machine", what: "for good", nth: 0, ids: [], life: -1 };

export async function gather({ cloud, data, acts, before, skewMs, since }: Options): Promise<Evidence> {
  const { services, clock } = cloud;
  await clock.settled();
  const handovers = await linesOf<Handover>(join(data, HANDOVERS));
  const [items, anomalies, rebuilt, after, mails] = await Promise.all([
    scan(services.dynamodb.endpoint),
    checkIndexes(services.dynamodb.endpoint, TABLE),
    compared(data),
    deadLetters(cloud),
    mailsOf(cloud, handovers),
  ]);
  return {
    ...{ items, anomalies, rebuilt, mails, handovers, acts, skewMs, rate: RATE },
    faults: [...(await linesOf<Fault>(join(data, FAULTS))), { ...LAST_KILL, at: since, real: Date.now() }],
    dead: { before, after },
    waiting: await waitingIn(cloud),
    running: services.workflows
      .executions()
      .flatMap(({ name, status, state }) => (status === "RUNNING" ? [{ name, state: String(state) }] : [])),
    now: new Date(clock.ms()).toISOString(),
  };
}

export async function deadLetters({ consoleUrl }: Pick<Cloud, "consoleUrl">): Promise<DeadLetter[]> {
  return (await (await fetch(`${consoleUrl}/api/dead-letters`)).json()) as DeadLetter[];
}

/** A line that was being written at a kill is none. */
async function linesOf<T>(path: string): Promise<T[]> {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.split("\n").flatMap((line) => {
    try {
      return [JSON.parse(line) as T];
    } catch {
      return [];
    }
  });
}

const MOST_MAILS = 100_000;

/** The inbox forgets the erased, and the log of handovers what was going on at a kill: together they know all. */
async function mailsOf({ services }: Cloud, handovers: readonly Handover[]): Promise<Sent[]> {
  const mails = new Map<string, Sent>();
  for (const { id, at, to, tags } of handovers) if (id) mails.set(id, { id, at, to, tags });
  for (const { id, at, destination, tags } of await services.email.list({ limit: MOST_MAILS }))
    mails.set(id, {
      ...{ id, at, to: String(destination[0]) },
      tags: Object.fromEntries(Object.entries(tags).map(([name, [value = ""]]) => [name, value])),
    });
  return [...mails.values()].sort((a, b) => (a.at < b.at ? -1 : 1));
}

const LOOKS = 40;
const GLANCE_MS = 100;

/** What lies about at every look: now and then something is just on its way. */
export async function waitingIn(cloud: Cloud): Promise<Evidence["waiting"]> {
  let waiting = await waitingNow(cloud);
  for (let look = 1; look < LOOKS && waiting.length > 0; look++) {
    await new Promise((resolve) => setTimeout(resolve, GLANCE_MS));
    waiting = await waitingNow(cloud);
  }
  return waiting;
}

async function waitingNow({ services: { queues, bus, pipe } }: Cloud): Promise<Evidence["waiting"]> {
  const inQueues = queues
    .list()
    .filter(({ name }) => !name.endsWith("-dead"))
    .map(({ name, visible, hidden }) => ({ place: `queue ${name}`, count: visible + hidden }));
  const idle = [
    ["bus", await bus.idle()],
    ["pipe", await pipe.idle()],
  ] as const;
  const others = idle.map(([place, isIdle]) => ({ place, count: isIdle ? 0 : 1 }));
  return [...inQueues, ...others].filter(({ count }) => count > 0);
}
