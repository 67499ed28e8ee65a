import { randomUUID } from "node:crypto";
import type { MovableClock } from "../clock/index.ts";
import { arn } from "../wire/names.ts";
import type { Keep } from "./keep.ts";
import { type Message, readReceipt, receiptOf } from "./message.ts";
import type { MessageAttribute } from "./schema.ts";

export interface BoxOptions {
  readonly name: string;
  /** Seconds a received message stays hidden. */
  readonly visibility: number;
  /** Where messages go that were handed out `attempts` times. */
  readonly redrive: { readonly attempts: number; readonly to: Box } | undefined;
  readonly clock: MovableClock;
  readonly keep: Keep;
}

interface Content {
  readonly body: string;
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
  /** Seconds. */
  readonly delay?: number;
}

/** One queue. What is on disk decides after a restart; the two maps only order it by what may be received now. */
export class Box {
  readonly name: string;
  readonly arn: string;
  readonly visibility: number;
  readonly redrive: BoxOptions["redrive"];
  readonly #clock: MovableClock;
  readonly #keep: Keep;
  readonly #ready = new Map<number, Message>();
  readonly #hidden = new Map<number, Message>();

  constructor({ name, visibility, redrive, clock, keep }: BoxOptions) {
    this.name = name;
    this.arn = arn("sqs", name);
    this.visibility = visibility;
    this.redrive = redrive;
    this.#clock = clock;
    this.#keep = keep;
    for (const message of keep.load(name)) this.#hidden.set(message.seq, message);
  }

  /** Resolves once all the messages are on disk, in one write. */
  async send(...contents: readonly Content[]): Promise<Message[]> {
    const now = this.#clock.ms();
    const messages = contents.map(({ body, attributes = {}, delay = 0 }) => ({
      id: randomUUID(),
      seq: this.#keep.next(),
      body,
      attributes,
      sentAt: now,
      visibleAt: now + delay * 1000,
      received: 0,
    }));
    await this.#keep.put(this.name, ...messages);
    for (const message of messages)
      (message.visibleAt <= now ? this.#ready : this.#hidden).set(message.seq, message);
    return messages;
  }

  /**
   * Hands out up to `count` messages. Those for a consumer in this process (`volatile`) stay hidden in memory only: it
   * dies with the process, so after a restart they are delivered again at once. How often they were handed out is kept.
   */
  async receive(count: number, visibility = this.visibility, volatile = false): Promise<Message[]> {
    await this.expire();
    const now = this.#clock.ms();
    const taken = first(this.#ready.values(), count).map((message) => ({
      ...message,
      received: message.received + 1,
      firstReceivedAt: message.firstReceivedAt ?? now,
      visibleAt: now + visibility * 1000,
    }));
    for (const message of taken) this.#hide(message);
    await this.#keep.put(this.name, ...(volatile ? taken.map((it) => ({ ...it, visibleAt: now })) : taken));
    return taken;
  }

  /** Deletes what a receipt names; a receipt that a later handing out made void deletes nothing. */
  async remove(receipts: readonly string[]): Promise<void> {
    const gone = receipts.map((receipt) => this.#named(receipt)).filter((message) => message !== undefined);
    for (const { seq } of gone) this.#drop(seq);
    await this.#keep.del(this.name, ...gone);
  }

  async changeVisibility(receipt: string, seconds: number): Promise<boolean> {
    const message = this.#named(receipt);
    const now = this.#clock.ms();
    // What has become visible again is not in flight, whether or not somebody looked since.
    if (!message || message.visibleAt <= now) return false;
    const changed = { ...message, visibleAt: now + seconds * 1000 };
    this.#hide(changed);
    await this.#keep.put(this.name, changed);
    return true;
  }

  /** Makes visible what is due, and moves to the dead letters what was handed out too often. */
  async expire(): Promise<void> {
    const now = this.#clock.ms();
    for (const message of this.#hidden.values()) {
      if (message.visibleAt > now) continue;
      this.#hidden.delete(message.seq);
      if (this.redrive && message.received >= this.redrive.attempts)
        await this.moveTo(this.redrive.to, { ...message, from: this.arn });
      else this.#ready.set(message.seq, message);
    }
  }

  /** Moves a message to another queue in one write. */
  async moveTo(box: Box, message: Message): Promise<void> {
    this.#drop(message.seq);
    box.#hidden.set(message.seq, message);
    await this.#keep.move(this.name, box.name, message);
  }

  async purge(): Promise<void> {
    await this.remove(this.list().map(receiptOf));
  }

  /** All messages, oldest first. */
  list(): Message[] {
    return [...this.#ready.values(), ...this.#hidden.values()].sort((a, b) => a.seq - b.seq);
  }

  /** How many messages could be received now, and since when the first of them could. */
  visible(): { count: number; since: number | undefined } {
    const now = this.#clock.ms();
    let [count, since] = [this.#ready.size, this.#ready.values().next().value?.visibleAt];
    for (const { visibleAt } of this.#hidden.values()) {
      if (visibleAt > now) continue;
      count += 1;
      since ??= visibleAt;
    }
    return { count, since };
  }

  /** When the next hidden message becomes visible. */
  nextVisible(): number | undefined {
    let next: number | undefined;
    for (const { visibleAt } of this.#hidden.values())
      if (next === undefined || visibleAt < next) next = visibleAt;
    return next;
  }

  #named(receipt: string): Message | undefined {
    const named = readReceipt(receipt);
    const message = named && (this.#hidden.get(named.seq) ?? this.#ready.get(named.seq));
    return message?.received === named?.received ? message : undefined;
  }
  #hide(message: Message) {
    this.#ready.delete(message.seq);
    this.#hidden.set(message.seq, message);
  }
  #drop(seq: number) {
    this.#ready.delete(seq);
    this.#hidden.delete(seq);
  }
}

/** The first of many, without looking at the others. */
function first<T>(all: Iterable<T>, count: number): T[] {
  const found: T[] = [];
  for (const one of all) if (found.push(one) >= count) break;
  return found;
}
