import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import { room, type Store } from "../store.ts";
import { type Envelope, envelopeOf, type Happening } from "./event.ts";
import type { Mailbox } from "./mailbox.ts";
import { createPump } from "./pump.ts";

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

/**
 * Publishes what happens to mails when it is due, in order of time. What is planned is kept: after a crash it is
 * published again, with the same event id, like EventBridge's own at-least-once delivery.
 */
export function createPublisher(options: Options) {
  const { store, clock, journal, mailbox } = options;
  const planned = room<Happening>(store, "email-planned");
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
  /** Publishes what is due; answers how many milliseconds later something else is. */
  async function drain(stopped: () => boolean) {
    for (let due = await next(); due !== undefined && !stopped(); due = await next()) {
      if (due.at > clock.ms()) return due.at - clock.ms();
      await publish(due);
    }
    return undefined;
  }
  const pump = createPump(drain);
  async function idle() {
    const due = await next();
    if (!pump.running() && (due === undefined || due.at > clock.ms())) return true;
    pump.wake();
    return false;
  }
  /** The writes that plan happenings, for the transaction that causes them. Call `wake` once they are written. */
  const writes = (happenings: readonly Happening[]) =>
    happenings.map((value) => ({ type: "put" as const, sublevel: planned, key: keyOf(value), value }));
  /** Takes back what was still to happen to mails that are erased. */
  async function forget(mailIds: readonly string[]) {
    const all = await planned.iterator().all();
    await planned.batch(
      all
        .filter(([, { mailId }]) => mailIds.includes(mailId))
        .map(([key]) => ({ type: "del" as const, key })),
    );
  }
  pump.wake();
  return { writes, idle, forget, nextDue: async () => (await next())?.at, wake: pump.wake, stop: pump.stop };
}

export type Publisher = ReturnType<typeof createPublisher>;
