import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Meter } from "../meter/index.ts";
import type { Store } from "../store.ts";
import { check } from "./check.ts";
import type { ConfigurationSet } from "./compose.ts";
import { type Draft, recipients } from "./draft.ts";
import { type EventType, eventTypes, type Happening } from "./event.ts";
import { type Faults, strike } from "./faults.ts";
import type { Mail, Mailbox } from "./mailbox.ts";
import { type Mailboxes, outcomes } from "./outcome.ts";
import type { Publisher } from "./publisher.ts";
import type { Quota } from "./quota.ts";
import { render } from "./render.ts";
import { bare, simulated } from "./simulator.ts";
import type { Suppression } from "./suppression.ts";

export interface Desk {
  readonly set: ConfigurationSet;
  readonly store: Store;
  readonly clock: Pick<MovableClock, "ms">;
  readonly journal: Pick<Journal, "note">;
  readonly trackingUrl: string;
  readonly quota: Quota;
  readonly faults: Faults;
  readonly suppression: Suppression;
  readonly mailbox: Mailbox;
  readonly publisher: Publisher;
  readonly mailboxes: Mailboxes;
  readonly meter?: Meter;
}

/** Who called, for SES's own tags. */
export interface Caller {
  readonly operation: "SendEmail" | "SendBulkEmail";
  readonly ip: string;
  readonly identity: string;
}

/**
 * Checks, counts and accepts one message: mail, quota and everything that will happen to it are one write.
 * @returns SES's message id
 */
export async function accept(desk: Desk, draft: Draft, caller: Caller): Promise<string> {
  check(draft);
  strike(desk.faults);
  const all = recipients(draft);
  const counted = desk.quota.take(all.length, all.filter(simulated).length);
  const at = desk.clock.ms();
  const id = messageId(at);
  const { source, links, headers } = render(draft, id, at, desk.trackingUrl);
  const mail: Mail = {
    id,
    at: new Date(at).toISOString(),
    from: draft.from,
    destination: all,
    subject: draft.subject,
    headers,
    tags: tagsOf(draft, caller),
    configurationSet: draft.configurationSet,
    tracking: draft.tracking,
    links,
    history: [],
  };
  const fate = await fateOf(desk, mail, draft, at);
  await desk.store.batch([counted, ...desk.mailbox.writes(mail, source), ...desk.publisher.writes(fate)]);
  desk.meter?.("ses.mail", all.length, caller.operation);
  desk.meter?.("ses.byte", all.length * bytesOf(source), caller.operation);
  const { trace } = draft.tags;
  if (trace !== undefined)
    desk.journal.note({ trace, room: "email", what: `${caller.operation} accepted`, id });
  desk.publisher.wake();
  return id;
}

/** About as large as its MIME text. */
const bytesOf = (source: object) => Buffer.byteLength(JSON.stringify(source));

/** SES accepts a message with a virus and rejects it later (SES guide, "event data", Reject). Kept in two parts for scanners. */
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("-");

async function fateOf(desk: Desk, mail: Mail, draft: Draft, at: number): Promise<Happening[]> {
  const parts = [draft.text, draft.html, ...draft.attachments.map(({ content }) => Buffer.from(content))];
  if (parts.some((part) => part?.includes(EICAR)))
    return happenings(desk.set, mail, [planned("Reject", at, { reason: "Bad content" })]);
  const fates = await Promise.all(
    mail.destination.map(async (to) =>
      outcomes(bare(to), await desk.suppression.has(to), desk.mailboxes(draft.tags)),
    ),
  );
  const later = fates
    .flat()
    .map(({ type, after, body }) => planned(type, at + after, body(new Date(at + after).toISOString())));
  return happenings(desk.set, mail, [planned("Send", at, {}), ...later]);
}

type Planned = Pick<Happening, "type" | "at" | "body">;
export const planned = (type: EventType, at: number, body: Planned["body"]): Planned => ({ type, at, body });

/** Only what the mail's configuration set asks for is published. */
export function happenings(set: ConfigurationSet, mail: Mail, all: readonly Planned[]): Happening[] {
  if (mail.configurationSet === undefined) return [];
  return all
    .filter(({ type }) => set.events.includes(eventTypes[type].setting))
    .map((one) => ({ ...one, id: crypto.randomUUID(), mailId: mail.id }));
}

function tagsOf(draft: Draft, caller: Caller) {
  const set =
    draft.configurationSet === undefined ? {} : { "ses:configuration-set": [draft.configurationSet] };
  return {
    "ses:operation": [caller.operation],
    ...set,
    "ses:source-ip": [caller.ip],
    "ses:from-domain": [bare(draft.from).split("@")[1] ?? ""],
    "ses:caller-identity": [caller.identity],
    ...Object.fromEntries(Object.entries(draft.tags).map(([name, value]) => [name, [value]])),
  };
}

/** SES's ids begin with the instant in hex, so they sort by time. */
const messageId = (at: number) => `0100${at.toString(16).padStart(12, "0")}-${crypto.randomUUID()}-000000`;
