import {
  awake,
  LEASE_MS,
  look,
  oversleeps,
  type Says,
  SETTLING_MS,
} from "../../../packages/core/campaign/wake.ts";

/** Answers an integer from 0 to `most`: how long something takes, or how far an index lags. */
export type Draw = (most: number) => number;

/** What the table says of the campaign. `version` stands for the fence: a write expects what was read. */
interface Item {
  readonly version: number;
  readonly state: "running";
  readonly epoch: number;
  readonly wakeAt?: string;
  readonly awakeUntil?: string;
  readonly notBefore?: string;
}

interface Joiner {
  readonly writtenAt: number;
  metAt?: number;
}

interface Step {
  readonly at: number;
  readonly run: () => void;
}

const instant = (at = "1970-01-01T00:00:00.000Z") => Date.parse(at);
const iso = (ms: number) => new Date(ms).toISOString();

/**
 * Everybody who takes part in the wake-up protocol, one atomic step at a time: joiners, executions and the steer queue. What one
 * reads and what it writes are steps of their own, and `draw` decides what comes in between; the decisions are the real ones.
 */
export class Model {
  readonly joiners: Joiner[] = [];
  /** When an event of the steer queue went to its dead letters. */
  readonly #lostAt: number[] = [];
  now = Date.parse("2026-03-02T09:00:00Z");
  item: Item = { version: 0, state: "running", epoch: 0, ...awake(this.now) };
  #running: number | undefined;
  #steps: Step[] = [];
  readonly #draw: Draw;

  constructor(draw: Draw) {
    this.#draw = draw;
    this.#execute(0);
  }

  /** Somebody is written; then the campaign is read; then it is woken, perhaps. */
  join() {
    const writtenAt = this.now;
    this.joiners.push({ writtenAt });
    this.#after(this.#draw(3000), () => this.#nudge(iso(writtenAt)));
  }

  /** A worker was told by SES to wait. */
  hold(ms: number) {
    this.item = { ...this.item, notBefore: iso(this.now + ms) };
  }

  /** Somebody ends the execution by hand. */
  abort() {
    this.#running = undefined;
  }

  pass(ms: number) {
    const until = this.now + ms;
    for (;;) {
      const [first] = this.#steps.sort((a, b) => a.at - b.at);
      if (!first || first.at > until) break;
      this.#steps.shift();
      this.now = first.at;
      first.run();
    }
    this.now = until;
  }

  /** How long after the last misfortune that could keep her waiting somebody was met: her own arrival, or a lost event since. */
  waited({ writtenAt, metAt = Infinity }: Joiner): number {
    return metAt - Math.max(writtenAt, ...this.#lostAt.filter((at) => at < metAt));
  }

  /** When somebody last came, or an event was last lost. */
  troubledAt = () => Math.max(...this.joiners.map(({ writtenAt }) => writtenAt), ...this.#lostAt);

  unmet = () => this.joiners.filter(({ metAt }) => metAt === undefined);

  #nudge(dueAt: string) {
    const read = this.item;
    if (!oversleeps(read, dueAt, this.now)) return;
    this.#after(this.#draw(500), () => {
      const epoch = read.epoch + 1;
      if (!this.#write(read, awake(this.now), epoch)) return this.#nudge(dueAt);
      const lost = this.#draw(9) === 0;
      if (lost) this.#lostAt.push(this.now);
      // Its event arrives soon, or after somebody sent it again from the dead letters.
      this.#after(lost ? 2 * LEASE_MS : this.#draw(5000), () => this.#execute(epoch));
    });
  }

  #execute(epoch: number) {
    if (this.item.epoch !== epoch) return;
    this.#running = epoch;
    this.#plan(epoch, 0);
  }

  #isCurrent = (epoch: number) => this.item.epoch === epoch && this.#running === epoch;

  #plan(epoch: number, quiet: number) {
    if (!this.#isCurrent(epoch)) return;
    const read = this.item;
    this.#after(this.#draw(1000), () => {
      const heads = this.#index().map(({ writtenAt }, shard) => ({ shard, dueAt: iso(writtenAt) }));
      const seen = look(read, heads, quiet, this.now);
      if (seen.says && !this.#write(read, seen.says)) return this.#plan(epoch, quiet);
      // The answer of a task may be lost: it is run again with what it was given.
      if (this.#draw(9) === 0) return this.#after(this.#draw(5000), () => this.#plan(epoch, quiet));
      if (seen.next === "advance") this.#after(this.#draw(20_000), () => this.#work(epoch));
      if (seen.next === "sleep") this.#after(seen.until - this.now, () => this.#plan(epoch, seen.quiet));
    });
  }

  #work(epoch: number) {
    if (!this.#isCurrent(epoch)) return;
    if (instant(this.item.notBefore) <= this.now) for (const one of this.#index()) one.metAt = this.now;
    this.#plan(epoch, 0);
  }

  /** Who is waiting, as one read of the index shows it: it lags, each time and for each person differently. */
  #index() {
    return this.unmet().filter(({ writtenAt }) => writtenAt + this.#draw(SETTLING_MS - 5000) <= this.now);
  }

  #write(read: Item, says: Says, epoch = read.epoch): boolean {
    if (this.item.version !== read.version) return false;
    const { wakeAt: _, awakeUntil: __, ...rest } = this.item;
    this.item = { ...rest, ...says, epoch, version: read.version + 1 };
    return true;
  }

  #after(ms: number, run: () => void) {
    this.#steps.push({ at: this.now + ms, run });
  }
}
