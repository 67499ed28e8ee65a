import { getRequestListener } from "@hono/node-server";
import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import { listen } from "../loopback.ts";
import type { Meter } from "../meter/index.ts";
import type { Service } from "../service.ts";
import type { Store } from "../store.ts";
import type { Desk } from "./accept.ts";
import type { ConfigurationSet } from "./compose.ts";
import { createFaults, type Faults } from "./faults.ts";
import { type Mail, type Opened, openMailbox } from "./mailbox.ts";
import type { Mailboxes } from "./outcome.ts";
import { createPublisher, type Publish } from "./publisher.ts";
import { type Limits, openQuota } from "./quota.ts";
import { reactions, type Visitor } from "./react.ts";
import { openSuppression } from "./suppression.ts";
import { wire } from "./wire.ts";

export type { Envelope } from "./event.ts";
export type { Fault, Faults } from "./faults.ts";
export type { Link } from "./links.ts";
export type { Mail, Opened } from "./mailbox.ts";
export type { Visitor } from "./react.ts";

export interface EmailOptions {
  /** `infra/email.ts`. */
  readonly email: ConfigurationSet;
  readonly store: Store;
  readonly clock: Pick<MovableClock, "ms" | "iso">;
  readonly journal: Pick<Journal, "note">;
  readonly meter?: Meter;
  /** Puts events on a bus; resolves once they are kept there. */
  readonly publish: Publish;
  /** Where the tracking endpoints answer: the origin of the console. */
  readonly trackingUrl: string;
  readonly limits?: Partial<Limits>;
}

/** SES v2 on this machine: accepts mail, keeps it in an inbox, and tells the bus what happens to it. */
export interface Email extends Service {
  readonly endpoint: string;
  readonly faults: Faults;
  /** Raises or lowers the account's sending limits, as SES support does on request. */
  setLimits(limits: Partial<Limits>): void;
  /** Has mailboxes refuse mails from now on; without, they take everything. */
  treat(mailboxes: Mailboxes): void;
  /** The configuration sets there are. */
  readonly configurationSets: readonly string[];
  list(options?: { limit?: number }): Promise<Mail[]>;
  get(id: string): Promise<Opened | undefined>;
  /** The pixel was fetched. False for a mail that is not tracked or not there. */
  opened(id: string, visitor: Visitor): Promise<boolean>;
  /** A tracked link was followed. Answers the link as it was written, nothing else. */
  clicked(id: string, n: number, visitor: Visitor): Promise<string | undefined>;
  /** The mailbox bounces the mail, or its owner calls it spam; the address goes on the suppression list. */
  report(id: string, what: "bounce" | "complaint"): Promise<boolean>;
  /** Erasure reaches the inbox: deletes every mail tagged `candidate=ID` and what was still to happen to it. */
  forget(candidateId: string): Promise<number>;
}

const LIMITS: Limits = { max24HourSend: 50_000, maxSendRate: 14 };

export async function startEmail(options: EmailOptions): Promise<Email> {
  const { email: set, store, clock, journal, publish, trackingUrl } = options;
  const mailbox = openMailbox(store);
  const faults = createFaults();
  const suppression = openSuppression(store, clock);
  const quota = await openQuota(store, clock, { ...LIMITS, ...options.limits });
  const bus = set.destination;
  let mailboxes: Mailboxes = () => "takes";
  const publisher = createPublisher({ store, clock, journal, mailbox, bus, publish });
  const desk: Desk = {
    set,
    store,
    clock,
    journal,
    trackingUrl,
    quota,
    faults,
    suppression,
    mailbox,
    publisher,
    mailboxes: (tags) => mailboxes(tags),
    ...(options.meter ? { meter: options.meter } : {}),
  };
  const server = await listen(getRequestListener(wire(desk).fetch));
  return {
    endpoint: server.origin,
    faults,
    setLimits: quota.raise,
    treat(next) {
      mailboxes = next;
    },
    configurationSets: [set.configurationSet],
    list: mailbox.list,
    get: mailbox.get,
    ...reactions(desk),
    async forget(candidateId) {
      const mailIds = await mailbox.forget(candidateId);
      await publisher.forget(mailIds);
      return mailIds.length;
    },
    nextDue: publisher.nextDue,
    idle: publisher.idle,
    stop: async () => {
      await server.close();
      await publisher.stop();
    },
  };
}
