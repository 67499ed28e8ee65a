import { appendFileSync } from "node:fs";
import { join } from "node:path";

/** A fault that struck. */
export interface Fault {
  /** Real time, epoch milliseconds: what a driver outside has noted by the same clock. */
  readonly real: number;
  /** By the movable clock, ISO 8601. */
  readonly at: string;
  readonly life: number;
  readonly kind: string;
  /** The function, or the queue. */
  readonly by: string;
  readonly what: string;
  /** Which call of its kind in this life. */
  readonly nth: number;
  readonly ids: readonly string[];
}

/** A mail on its way into SES: handed over, and what was answered. */
export interface Handover {
  readonly real: number;
  readonly at: string;
  readonly life: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly to: string;
  /** SES's id where it took the mail. */
  readonly id?: string;
  /** SES's own refusal. */
  readonly refused?: string;
}

export const FAULTS = "faults.jsonl";
export const HANDOVERS = "handovers.jsonl";

/** Writes lines at once, because the process may be gone in the next moment. */
export function recorder(directory: string, clock: { iso(): string }, life: number) {
  const write = (file: string, line: object) => {
    const stamped = { real: Date.now(), at: clock.iso(), life, ...line };
    appendFileSync(join(directory, file), `${JSON.stringify(stamped)}\n`);
  };
  return {
    fault: (line: Omit<Fault, "real" | "at" | "life">) => write(FAULTS, line),
    handover: (line: Omit<Handover, "life">) => write(HANDOVERS, line),
  };
}
export type Recorder = ReturnType<typeof recorder>;
