import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import { room, type Store } from "../store.ts";
import { type Envelope, envelopeOf, type Happening } from "./event.ts";
import type { Mailbox } from "./mailbox.ts";

export type Publish = (bus: string, envelope: Envelope) => Promise<void>;

interface Options {
  readonly store: Store;
  readonly clock: Pick<MovableClock, "ms" | "iso">;
  readonly journal: Pick<Journal, "note">;
  readonly mailbox: Mailbox;
  readonly bus: string;
  readonly publish: Publish;
}

const keyOf = ({ at, id }: Happening) => `${String(at).padStart(15, "0")}/${id}`;
const RETRY_MS = 1000;

/**
 * Publishes what happens to mails when it is due, in order of time. What is planned is kept: after a crash it is
 * published again, with the same event id, like EventBridge's own at-least-once delivery.
 */
export function createPublisher(options: Options) {
  const { store, clock, journal, mailbox } = options;
  const planned = room<Happening>(store, "email-planned");
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;

  const next = async () => (await planned.values({ limit: 1 }).all())[0];

  async function publish(happening: Happening) {
    const mail = await mailbox.find(happening.mailId);
    if (mail !== undefined) {
      await options.publish(options.bus, envelopeOf(happening, mail));
      await mailbox.happened(mail.id, happening.type, new Date(happening.at).toISOString());
      const trace = mail.tags.trace?.[0];
      if (trace !== undefined)
        journal.note({ trace, room: "email", what: `${happening.type} published`, id: mail.id });
    }
    await planned.del(keyOf(happening));
  }
  async function drain() {
    for (let due = await next(); due !== undefined && !stopped; due = await next()) {
      if (due.at > clock.ms()) return arm(due.at - clock.ms());
      await publish(due);
    }
  }
  function arm(ms: number) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(wake, Math.min(ms, 2 ** 31 - 1));
  }
  /** Looks whether something is due; safe to call at any time. A bus that fails is tried again. */
  function wake() {
    again = running !== undefined;
    running ??= drain()
      .catch(() => arm(RETRY_MS))
      .finally(() => {
        running = undefined;
        if (again) wake();
      });
  }
  async function idle() {
    const due = await next();
    if (running === undefined && (due === undefined || due.at > clock.ms())) return true;
    wake();
    return false;
  }
  async function stop() {
    stopped = true;
    clearTimeout(timer);
    await running;
  }
  /** The writes that plan happenings, for the transaction that causes them. Call `wake` once they are written. */
  const writes = (happenings: readonly Happening[]) =>
    happenings.map((value) => ({ type: "put" as const, sublevel: planned, key: keyOf(value), value }));
  const nextDue = async () => (await next())?.at;
  wake();
  return { writes, wake, idle, nextDue, stop };
}

export type Publisher = ReturnType<typeof createPublisher>;
