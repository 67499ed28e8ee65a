import PostalMime from "postal-mime";
import { type Room, room, type Store } from "../store.ts";
import type { Header, Tracking } from "./draft.ts";
import type { Happening } from "./event.ts";
import type { Link } from "./links.ts";
import { rawOf, type Source } from "./render.ts";

/** An accepted message. What is inside it is put together when somebody looks. */
export interface Mail {
  /** SES's message id. Ids sort by time. */
  readonly id: string;
  /** Accepted at, by the movable clock. */
  readonly at: string;
  readonly from: string;
  readonly destination: readonly string[];
  readonly subject: string;
  readonly headers: readonly Header[];
  /** As events carry them, SES's own `ses:` tags included. */
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly configurationSet?: string | undefined;
  readonly tracking: Tracking;
  readonly links: readonly Link[];
  /** What SES published about it so far, oldest first. */
  readonly history: readonly { readonly type: string; readonly at: string }[];
}

export interface Opened extends Mail {
  readonly html: string | undefined;
  readonly text: string | undefined;
  readonly raw: string;
}

/** The write that takes back what was planned. */
interface Removal {
  readonly type: "del";
  readonly sublevel: Room<Happening>;
  readonly key: string;
}

const candidateOf = (mail: Mail) => mail.tags.candidate?.[0];

/** Where a mail is found by the person it is about. */
function indexOf(mail: Mail): string[] {
  const candidate = candidateOf(mail);
  return candidate === undefined ? [] : [`${candidate}/${mail.id}`];
}

async function opened(mail: Mail, source: Source): Promise<Opened> {
  const raw = await rawOf(source);
  const { html, text } = await PostalMime.parse(raw);
  return { ...mail, raw, html, text };
}

const gone = <T>(sublevel: Room<T>, keys: readonly string[]) =>
  keys.map((key) => ({ type: "del" as const, sublevel, key }));

/** The mails with what happened to them. */
function withHistory(found: ReadonlyMap<string, Mail>, told: readonly Happening[]): Map<string, Mail> {
  const noted = new Map(found);
  for (const { mailId, type, at } of told) {
    const mail = noted.get(mailId);
    const history = [...(mail?.history ?? []), { type, at: new Date(at).toISOString() }];
    if (mail !== undefined) noted.set(mailId, { ...mail, history });
  }
  return noted;
}

/** Every mail ever accepted on this machine, kept until it is forgotten. */
export function openMailbox(store: Store) {
  const mails = room<Mail>(store, "email-mail");
  const sources = room<Source>(store, "email-source");
  const byCandidate = room<true>(store, "email-candidate");
  const inTurn = turns();

  /** The writes that keep a mail, for the transaction that accepts it. */
  const writes = (mail: Mail, source: Source) => [
    { type: "put" as const, sublevel: mails, key: mail.id, value: mail },
    { type: "put" as const, sublevel: sources, key: mail.id, value: source },
    ...indexOf(mail).map((key) => ({
      type: "put" as const,
      sublevel: byCandidate,
      key,
      value: true as const,
    })),
  ];
  async function get(id: string): Promise<Opened | undefined> {
    const [mail, source] = await Promise.all([mails.get(id), sources.get(id)]);
    return mail && source && opened(mail, source);
  }
  /** Those that are there, by id. */
  async function findAll(ids: readonly string[]): Promise<Map<string, Mail>> {
    const found = await Promise.all(ids.map((id) => mails.get(id)));
    return new Map(found.flatMap((mail) => (mail === undefined ? [] : [[mail.id, mail]])));
  }
  async function note(told: readonly Happening[], also: readonly Removal[]) {
    const noted = withHistory(await findAll([...new Set(told.map(({ mailId }) => mailId))]), told);
    const changed = [...noted].map(([key, value]) => ({ type: "put" as const, sublevel: mails, key, value }));
    await store.batch([...changed, ...also]);
  }
  /** Deletes every mail tagged `candidate=ID`. Answers the ids deleted. */
  async function erase(candidateId: string): Promise<string[]> {
    const keys = await byCandidate.keys({ gte: `${candidateId}/`, lt: `${candidateId}0` }).all();
    const ids = keys.map((key) => key.slice(candidateId.length + 1));
    await store.batch([...gone(mails, ids), ...gone(sources, ids), ...gone(byCandidate, keys)]);
    return ids;
  }
  return {
    writes,
    get,
    /** Notes on mails what happened to them, in one write with what else shall be written then. */
    happened: (...told: Parameters<typeof note>) => inTurn(() => note(...told)),
    findAll,
    forget: (candidateId: string) => inTurn(() => erase(candidateId)),
    find: (id: string) => mails.get(id),
    /** Newest first. */
    list: ({ limit = 100 }: { limit?: number } = {}) => mails.values({ reverse: true, limit }).all(),
  };
}

/** One change after the other: a mail that is erased must not come back by a change that had read it before. */
function turns() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(change: () => Promise<T>): Promise<T> => {
    const done = last.then(change);
    last = done.catch(() => undefined);
    return done;
  };
}

export type Mailbox = ReturnType<typeof openMailbox>;
