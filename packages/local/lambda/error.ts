/** A failed invocation, in the words in which Lambda reports it to its caller. */
export class LambdaError extends Error {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
  constructor(errorType: string, errorMessage: string, trace: readonly string[] = []) {
    super(errorMessage);
    this.name = errorType;
    this.errorType = errorType;
    this.errorMessage = errorMessage;
    this.trace = trace;
  }
}

/** What Node's Lambda runtime makes of something thrown: the error's name, or the type of what is no error. */
export function failure(thrown: unknown): LambdaError {
  if (thrown instanceof LambdaError) return thrown;
  if (!(thrown instanceof Error)) return new LambdaError(typeof thrown, String(thrown));
  return new LambdaError(thrown.name, thrown.message, thrown.stack?.split("\n") ?? []);
}
