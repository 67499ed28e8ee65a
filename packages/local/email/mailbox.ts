import PostalMime from "postal-mime";
import { room, type Store } from "../store.ts";
import type { Header, Tracking } from "./draft.ts";
import type { Link } from "./links.ts";

/** An accepted message. What is inside it is read from `raw` when somebody looks. */
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

const candidateOf = (mail: Mail) => mail.tags.candidate?.[0];

/** Every mail ever accepted on this machine, kept until it is forgotten. */
export function openMailbox(store: Store) {
  const mails = room<Mail>(store, "email-mail");
  const sources = room<string>(store, "email-raw");
  const byCandidate = room<true>(store, "email-candidate");
  const inTurn = turns();

  /** The writes that keep a mail, for the transaction that accepts it. */
  function writes(mail: Mail, raw: string) {
    const candidate = candidateOf(mail);
    const indexed = candidate === undefined ? [] : [`${candidate}/${mail.id}`];
    return [
      { type: "put" as const, sublevel: mails, key: mail.id, value: mail },
      { type: "put" as const, sublevel: sources, key: mail.id, value: raw },
      ...indexed.map((key) => ({ type: "put" as const, sublevel: byCandidate, key, value: true as const })),
    ];
  }
  async function get(id: string): Promise<Opened | undefined> {
    const [mail, raw] = await Promise.all([mails.get(id), sources.get(id)]);
    if (mail === undefined || raw === undefined) return undefined;
    const { html, text } = await PostalMime.parse(raw);
    return { ...mail, raw, html, text };
  }
  async function note(id: string, type: string, at: string) {
    const mail = await mails.get(id);
    if (mail !== undefined) await mails.put(id, { ...mail, history: [...mail.history, { type, at }] });
  }
  /** Erasure reaches the inbox: deletes every mail tagged `candidate=ID`. Answers the ids deleted. */
  async function erase(candidateId: string): Promise<string[]> {
    const keys = await byCandidate.keys({ gte: `${candidateId}/`, lt: `${candidateId}0` }).all();
    const ids = keys.map((key) => key.slice(candidateId.length + 1));
    await store.batch([
      ...ids.map((key) => ({ type: "del" as const, sublevel: mails, key })),
      ...ids.map((key) => ({ type: "del" as const, sublevel: sources, key })),
      ...keys.map((key) => ({ type: "del" as const, sublevel: byCandidate, key })),
    ]);
    return ids;
  }
  return {
    writes,
    get,
    happened: (id: string, type: string, at: string) => inTurn(() => note(id, type, at)),
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
