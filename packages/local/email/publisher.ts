import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import { room, type Store } from "../store.ts";
import { type Envelope, envelopeOf, type Happening } from "./event.ts";
import type { Mail, Mailbox } from "./mailbox.ts";
import { createPump } from "./pump.ts";

/** Puts events on a bus; resolves once they are kept there. */
export type Publish = (bus: string, ...envelopes: readonly Envelope[]) => Promise<void>;

interface Options {
  readonly store: Store;
  readonly clock: Pick<MovableClock, "ms" | "iso">;
  readonly journal: Pick<Journal, "note">;
  readonly mailbox: Mailbox;
  readonly bus: string;
  readonly publish: Publish;
}

/** Happenings published in one go. */
const AT_ONCE = 100;

const keyOf = ({ at, id }: Happening) => `${String(at).padStart(15, "0")}/${id}`;

/**
 * Publishes what happens to mails when it is due, in order of time. What is planned is kept: after a crash it is
 * published again, with the same event id, like EventBridge's own at-least-once delivery.
 */
export function createPublisher(options: Options) {
  const { store, clock, journal, mailbox } = options;
  const planned = room<Happening>(store, "email-planned");
  const next = async () => (await planned.values({ limit: 1 }).all())[0];

  async function publish(due: readonly Happening[]) {
    const mails = await mailbox.findAll([...new Set(due.map(({ mailId }) => mailId))]);
    const told = due.flatMap((happening) => {
      const mail = mails.get(happening.mailId);
      return mail === undefined ? [] : [{ happening, mail }];
    });
    await options.publish(options.bus, ...told.map(({ happening, mail }) => envelopeOf(happening, mail)));
    await mailbox.happened(
      told.map(({ happening }) => happening),
      due.map((happening) => ({ type: "del" as const, sublevel: planned, key: keyOf(happening) })),
    );
    for (const one of told) follow(journal, one);
  }
  /** Publishes what is due; answers how many milliseconds later something else is. */
  async function drain(stopped: () => boolean) {
    while (!stopped()) {
      const first = await planned.values({ limit: AT_ONCE }).all();
      const due = first.filter(({ at }) => at <= clock.ms());
      if (due.length === 0) return first[0] && first[0].at - clock.ms();
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

function follow(journal: Options["journal"], { happening, mail }: { happening: Happening; mail: Mail }) {
  const trace = mail.tags.trace?.[0];
  if (trace !== undefined)
    journal.note({ trace, room: "email", what: `${happening.type} published`, id: mail.id });
}

export type Publisher = ReturnType<typeof createPublisher>;
