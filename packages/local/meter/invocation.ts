import { AsyncLocalStorage } from "node:async_hooks";

/** Which service answers a call that a function waits for. */
export type Callee = "table" | "email" | "other";

/** One run of a function, as far as its bill follows from it: whom it calls, and how many calls are under way at a time. */
export class Invocation {
  readonly name: string;
  readonly calls: Record<Callee, number> = { table: 0, email: 0, other: 0 };
  #open = 0;
  #since = 0;
  #waited = 0;
  #together = 0;

  constructor(name: string) {
    this.name = name;
  }

  /** Notes a call; answers what ends it. */
  call(callee: Callee): () => void {
    this.calls[callee] += 1;
    this.#step(1);
    return () => this.#step(-1);
  }

  /** How many calls are under way on average while there is any: what a function asks side by side it waits for once. */
  get abreast(): number {
    return this.#waited > 0 ? this.#together / this.#waited : 1;
  }

  #step(by: 1 | -1) {
    const now = performance.now();
    if (this.#open > 0) {
      this.#waited += now - this.#since;
      this.#together += (now - this.#since) * this.#open;
    }
    this.#open += by;
    this.#since = now;
  }
}

const running = new AsyncLocalStorage<Invocation>();

/** Runs a function's handler so that what it calls is known to be its own. */
export const within = <R>(invocation: Invocation, run: () => R): R => running.run(invocation, run);

/** The run of a function that this code is part of; undefined outside of any, and while nothing is metered. */
export const invocation = (): Invocation | undefined => running.getStore();

/** The function that this code runs in. */
export const caller = (): string => running.getStore()?.name ?? "outside";
