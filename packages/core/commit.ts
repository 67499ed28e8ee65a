import { AppError } from "./error.ts";
import { service } from "./service.ts";

type Build = Parameters<typeof service.transaction.write>[0];
/** The entities as a transaction writes them, for operations that are part of another noun's transaction. */
export type Writers = Parameters<Build>[0];

const ATTEMPTS = 6;

/** A transaction that DynamoDB cancelled because something was not as the writer expected. */
export class Refused extends AppError {
  /** One code an item, in the order written: `None` or the reason this item was refused. */
  readonly codes: readonly string[];

  constructor(codes: readonly string[]) {
    super("conflict", "changed.meanwhile", "This was changed meanwhile. Reload and try again.");
    this.codes = codes;
  }
}

/** DynamoDB had no capacity for a transaction, also at the last try. */
class Throttled extends Error {}

/** Reasons that may be gone at the next try. */
const PASSING = ["None", "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"];

/**
 * Writes everything or nothing. ElectroDB resolves when DynamoDB cancels a transaction; this throws instead. A collision with
 * another transaction, and throttling, are tried again.
 * @throws Refused when a condition did not hold, or when it collided every time
 */
export async function commit(build: Build): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const result = await service.transaction.write(build).go();
    if (!result.canceled) return;
    const codes = (result.data as readonly { code?: string }[]).map(({ code }) => code ?? "None");
    if (!codes.every((code) => PASSING.includes(code)) || attempt === ATTEMPTS) throw faultOf(codes);
    await pause(attempt);
  }
}

/** What the reasons of a cancelled transaction mean (DynamoDB API reference, TransactWriteItems, cancellation reasons). */
function faultOf(codes: readonly string[]): Error {
  const said = `A transaction was cancelled: ${codes.join(", ")}`;
  if (codes.includes("ConditionalCheckFailed")) return new Refused(codes);
  if (!codes.every((code) => PASSING.includes(code))) return new Error(said);
  return codes.includes("TransactionConflict") ? new Refused(codes) : new Throttled(said);
}

const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * 2 ** attempt));

/**
 * Runs again what was refused because something changed since it read: for what must get through whatever else happens, such as
 * leaving. It has to read anew each time.
 */
export async function insist<T>(run: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await run();
    } catch (error) {
      if (!(error instanceof Refused) || attempt === ATTEMPTS) throw error;
      await pause(attempt);
    }
  }
}

/**
 * Commits unless it was done before: answers whether this call did it.
 * @throws Refused when it collided with others every time, so that nobody knows
 */
export async function once(build: Build): Promise<boolean> {
  try {
    await commit(build);
    return true;
  } catch (error) {
    if (error instanceof Refused && error.codes.includes("ConditionalCheckFailed")) return false;
    throw error;
  }
}

/** Runs one conditional write: true if it was applied, false if its condition refused it. */
export async function applied(write: Promise<unknown>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
}

function isConditionFailure(error: unknown): boolean {
  const cause = error instanceof Error && "cause" in error ? (error.cause as { name?: string }) : undefined;
  return cause?.name === "ConditionalCheckFailedException";
}

/** True for what AWS or the network refused, directly or wrapped by ElectroDB: throttling, timeouts, lost connections. */
export function isOutage(error: unknown): boolean {
  const chain = error instanceof Error ? [error, error.cause] : [];
  return chain.some(
    (one) => one instanceof Throttled || (one instanceof Error && ("$metadata" in one || "syscall" in one)),
  );
}
