/** A record that could not be delivered, and why. */
export interface Failed<T> {
  readonly record: T;
  readonly error: string;
}

export interface Options<T> {
  /** Delivers a batch as a whole; throws when it could not. */
  readonly attempt: (batch: readonly T[]) => Promise<void>;
  /** How many times to try again after the first. */
  readonly retries: number;
  /** Waits before the nth retry, counted from 1; answers false to give up. */
  readonly backOff: (retry: number) => Promise<boolean>;
}

/**
 * Delivers a batch, with retries; then halves it again and again, so that one bad record does not hold up the others.
 * Answers the records that fail alone, or undefined when told to give up.
 */
export async function deliver<T>(batch: readonly T[], options: Options<T>): Promise<Failed<T>[] | undefined> {
  for (let retry = 0; ; retry++) {
    const error = await errorOf(options.attempt(batch));
    if (error === undefined) return [];
    if (retry >= options.retries) return bisect(batch, options.attempt, error);
    if (!(await options.backOff(retry + 1))) return undefined;
  }
}

async function bisect<T>(
  batch: readonly T[],
  attempt: Options<T>["attempt"],
  error: string,
): Promise<Failed<T>[]> {
  const [only, ...more] = batch;
  if (only === undefined) return [];
  if (more.length === 0) return [{ record: only, error }];
  const middle = Math.ceil(batch.length / 2);
  const failed: Failed<T>[] = [];
  for (const half of [batch.slice(0, middle), batch.slice(middle)]) {
    const still = await errorOf(attempt(half));
    if (still !== undefined) failed.push(...(await bisect(half, attempt, still)));
  }
  return failed;
}

const errorOf = (work: Promise<void>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error) => (error instanceof Error ? error.message : String(error)),
  );
