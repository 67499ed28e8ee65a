import { randomUUID } from "node:crypto";
import type { Schedule } from "../../../infra/schedules.ts";
import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Service } from "../service.ts";
import { type Room, room, type Store } from "../store.ts";
import { account, arn, region } from "../wire/names.ts";
import { type Plan, planOf } from "./expression.ts";

export interface Scheduler extends Service {
  readonly housekeeping: true;
  /** Every schedule with its last and next run, epoch milliseconds. */
  list(): readonly { readonly name: string; readonly last: number; readonly next: number | undefined }[];
}

export interface SchedulerOptions {
  readonly schedules: readonly Schedule[];
  readonly store: Store;
  readonly clock: MovableClock;
  readonly journal: Journal;
  readonly invoke: (name: string, event: unknown, options?: { readonly trace?: string }) => Promise<unknown>;
}

/** What is kept of a schedule: when it last ran (or was first seen), and how often the run now due has failed. */
interface Kept {
  readonly last: number;
  readonly failures: number;
  readonly retryAt?: number;
}
interface Entry {
  readonly schedule: Schedule;
  readonly plan: Plan;
  kept: Kept;
  running: boolean;
}

const POLL_MS = 25;
/** Lambda tries an asynchronous event three times, a minute and two minutes apart (Lambda guide, "Asynchronous invocation"). */
const PAUSES = [60_000, 120_000];

/** EventBridge Scheduler, in UTC. A run missed while the machine was off or the clock jumped happens once. */
export async function startScheduler(options: SchedulerOptions): Promise<Scheduler> {
  const { schedules, store, clock } = options;
  const rows = room<Kept>(store, "scheduler");
  const entries = await Promise.all(schedules.map((schedule) => open(schedule, rows, clock.ms())));
  let stopped = false;

  function pump() {
    for (const entry of entries) {
      if (stopped || entry.running || !isDue(entry, clock.ms())) continue;
      entry.running = true;
      // What couldn't be kept because the store is closing runs again after the restart.
      run(entry, rows, options)
        .catch(() => undefined)
        .finally(() => {
          entry.running = false;
        });
    }
  }
  const timer = setInterval(pump, POLL_MS).unref();
  return {
    housekeeping: true,
    list: () => entries.map((it) => ({ name: it.schedule.name, last: it.kept.last, next: dueAt(it) })),
    nextDue: async () => earliest(entries.map(dueAt)),
    async idle() {
      pump();
      return entries.every((entry) => !entry.running && !isDue(entry, clock.ms()));
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}

/** Runs what is due once, and keeps that it did, or when to try again. */
async function run(entry: Entry, rows: Room<Kept>, { clock, journal, invoke }: SchedulerOptions) {
  const { schedule, plan, kept } = entry;
  const planned = plan.next(kept.last) ?? clock.ms();
  const event = scheduledEvent(schedule.name, planned);
  journal.note({ trace: `schedule:${schedule.name}`, room: "scheduler", what: schedule.name, id: event.id });
  const worked = await invoke(schedule.function, event).then(
    () => true,
    () => false,
  );
  const pause = worked ? undefined : PAUSES[kept.failures];
  entry.kept =
    pause === undefined
      ? { last: plan.ran(planned, clock.ms()), failures: 0 }
      : { last: kept.last, failures: kept.failures + 1, retryAt: clock.ms() + pause };
  await rows.put(schedule.name, entry.kept);
}

async function open(schedule: Schedule, rows: Room<Kept>, now: number): Promise<Entry> {
  const plan = planOf(schedule.expression);
  const known = await rows.get(schedule.name);
  const kept = known ?? { last: now, failures: 0 };
  if (!known) await rows.put(schedule.name, kept);
  return { schedule, plan, kept, running: false };
}

const dueAt = ({ plan, kept }: Entry) => kept.retryAt ?? plan.next(kept.last);
const isDue = (entry: Entry, now: number) => (dueAt(entry) ?? Number.POSITIVE_INFINITY) <= now;
const earliest = (instants: (number | undefined)[]) =>
  instants.filter((at) => at !== undefined).sort((a, b) => a - b)[0];

/** What Scheduler hands to a function when a schedule has no input of its own. */
const scheduledEvent = (name: string, planned: number) => ({
  version: "0",
  id: randomUUID(),
  "detail-type": "Scheduled Event",
  source: "aws.scheduler",
  account,
  time: new Date(planned).toISOString().replace(/\.\d+Z$/, "Z"),
  region,
  resources: [arn("scheduler", `schedule/default/${name}`)],
  detail: "{}",
});
