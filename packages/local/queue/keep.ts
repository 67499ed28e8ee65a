import { room, type Store } from "../store.ts";
import type { Message } from "./message.ts";

/** The messages of all queues on disk, below `<queue>/<seq>`. */
export interface Keep {
  /** What was on disk when the queues were opened. */
  load(queue: string): Message[];
  put(queue: string, ...messages: Message[]): Promise<void>;
  del(queue: string, ...messages: Message[]): Promise<void>;
  move(from: string, to: string, message: Message): Promise<void>;
  /** The next place in the order of arrival. */
  next(): number;
}

const key = (queue: string, { seq }: Message) => `${queue}/${String(seq).padStart(12, "0")}`;

export async function openKeep(store: Store): Promise<Keep> {
  const kept = room<Message>(store, "queue");
  const found = await kept.iterator().all();
  let seq = found.reduce((highest, [, message]) => Math.max(highest, message.seq), 0);
  const put = (queue: string, message: Message) =>
    ({ type: "put", key: key(queue, message), value: message }) as const;
  const del = (queue: string, message: Message) => ({ type: "del", key: key(queue, message) }) as const;
  return {
    load: (queue) => found.filter(([at]) => at.startsWith(`${queue}/`)).map(([, message]) => message),
    put: (queue, ...messages) => kept.batch(messages.map((message) => put(queue, message))),
    del: (queue, ...messages) => kept.batch(messages.map((message) => del(queue, message))),
    move: (from, to, message) => kept.batch([del(from, message), put(to, message)]),
    next: () => ++seq,
  };
}
