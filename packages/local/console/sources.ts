import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";

/** Everything the console looks into. The rooms of the local cloud fit these shapes, or are fitted where it is put together. */
export interface ConsoleSources {
  /** What runs where, for the home page. */
  readonly addresses: readonly { readonly name: string; readonly url: string; readonly purpose: string }[];
  readonly clock: Pick<MovableClock, "ms" | "moveTo">;
  /** What will happen by itself: when, and in which room. */
  upcoming(): Promise<readonly Upcoming[]>;
  readonly email: Inbox;
  readonly journal: Pick<Journal, "list">;
  /** Workflow executions, newest first. */
  executions(): Promise<readonly Execution[]>;
  /** The transitions of one execution, oldest first. */
  transitions(id: string): Promise<readonly Transition[]>;
  /** Events of all buses, newest first; of one trace when given. */
  events(options: { readonly trace?: string; readonly limit?: number }): Promise<readonly BusEvent[]>;
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** Sends the dead letters of one place back to where they failed; answers how many. */
  redrive(place: string): Promise<number>;
}

/** All instants are epoch milliseconds of the movable clock. */
export interface Upcoming {
  readonly at: number;
  readonly what: string;
}

export interface Inbox {
  list(options?: { limit?: number }): Promise<readonly Mail[]>;
  get(id: string): Promise<OpenedMail | undefined>;
  opened(id: string, visitor: Visitor): Promise<boolean>;
  clicked(id: string, n: number, visitor: Visitor): Promise<string | undefined>;
  report(id: string, what: "bounce" | "complaint"): Promise<boolean>;
  readonly faults: Faults;
  /** The account's sending limits, by recipient. */
  setLimits(limits: { max24HourSend: number; maxSendRate: number }): void;
}
export interface Visitor {
  readonly ip: string;
  readonly userAgent: string;
}
export interface Faults {
  readonly names: readonly string[];
  set(fault: string, options?: { times?: number }): void;
  clear(fault?: string): void;
  list(): readonly { readonly fault: string; readonly times?: number }[];
}

export interface Mail {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly from: string;
  readonly destination: readonly string[];
  readonly subject: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly tags: Readonly<Record<string, readonly string[]>>;
  readonly tracking: { readonly opens: boolean; readonly clicks: boolean };
  readonly links: readonly Link[];
  readonly history: readonly { readonly type: string; readonly at: string }[];
}
export interface Link {
  readonly n: number;
  readonly url: string;
  readonly label: string;
  readonly tracked: boolean;
}
export interface OpenedMail extends Mail {
  readonly html: string | undefined;
  readonly text: string | undefined;
  readonly raw: string;
}

export interface Execution {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly state: string;
  readonly since: number;
  readonly wakeAt?: number | undefined;
  readonly startedAt: number;
  readonly trace?: string | undefined;
  /** JSON text. */
  readonly input: string;
  readonly error?: string | undefined;
}
export interface Transition {
  readonly at: number;
  readonly type: string;
  readonly state?: string | undefined;
}
export interface BusEvent {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly bus: string;
  readonly type: string;
  readonly source: string;
  readonly rules: readonly string[];
  readonly trace?: string | undefined;
  readonly detail: unknown;
}
export interface DeadLetter {
  /** Where it failed: `pipe`, `bus`, or `queue NAME`. */
  readonly place: string;
  readonly id: string;
  readonly since: number;
  readonly attempts: number;
  readonly error?: string | undefined;
  readonly trace?: string | undefined;
  readonly content: unknown;
}
