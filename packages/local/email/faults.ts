import { SesError, tooMany } from "./error.ts";

/**
 * What can be made to go wrong on purpose. `dropped`: the connection breaks before the message is accepted.
 * `lost-response`: it is accepted and delivered, but the caller never hears of it.
 */
const names = [
  "rate",
  "quota",
  "paused",
  "suspended",
  "rejected",
  "internal",
  "dropped",
  "lost-response",
] as const;
export type Fault = (typeof names)[number];

export interface Faults {
  readonly names: readonly Fault[];
  /** Switches a fault on: for the next `times` messages, or until cleared. */
  set(fault: Fault, options?: { times?: number }): void;
  /** Switches one fault off, or all. */
  clear(fault?: Fault): void;
  list(): { fault: Fault; times?: number }[];
  /** Whether it is on, without using it up. */
  on(fault: Fault): boolean;
  /** Whether it strikes now; uses up one of its times. */
  strikes(fault: Fault): boolean;
}

export function createFaults(): Faults {
  const left = new Map<Fault, number>();
  function strikes(fault: Fault) {
    const times = left.get(fault) ?? 0;
    if (times === 0) return false;
    if (times === 1) left.delete(fault);
    else left.set(fault, times - 1);
    return true;
  }
  return {
    names,
    set: (fault, { times = Number.POSITIVE_INFINITY } = {}) => void left.set(fault, times),
    clear: (fault) => (fault === undefined ? left.clear() : void left.delete(fault)),
    list: () => [...left].map(([fault, times]) => (Number.isFinite(times) ? { fault, times } : { fault })),
    on: (fault) => left.has(fault),
    strikes,
  };
}

/** Throws the error of the first fault that strikes (texts: SES guide, "Errors related to the sending quotas"). */
export function strike(faults: Faults) {
  if (faults.strikes("suspended"))
    throw new SesError(
      "AccountSuspendedException",
      "Sending has been permanently restricted for this account.",
    );
  if (faults.strikes("paused"))
    throw new SesError("SendingPausedException", "Email sending is disabled for this account.");
  if (faults.strikes("quota")) throw tooMany("Daily message quota exceeded.");
  if (faults.strikes("rate")) throw tooMany("Maximum sending rate exceeded.");
  if (faults.strikes("rejected"))
    throw new SesError(
      "MessageRejected",
      "The message contains invalid content. (A fault of this machine's making.)",
    );
  if (faults.strikes("internal"))
    throw new SesError("InternalServiceErrorException", "A fault of this machine's making.", 500);
}
