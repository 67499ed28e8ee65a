/** What kind of refusal it is; the HTTP edge turns the kind into a status, everybody else may branch on it. */
export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "missing"
  | "unsupported"
  | "conflict"
  | "blocked"
  | "limited";

/** One field that was refused, by its path in the input, and what to do about it. */
export interface Problem {
  readonly field: string;
  readonly message: string;
}

/** A refusal that the caller may see. Anything else that is thrown is a bug: logged, and a 500 at the edge. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  /** Stable code, `noun.reason`: safe to branch on in clients. */
  readonly code: string;
  readonly problems: readonly Problem[];

  constructor(kind: ErrorKind, code: string, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.name = "AppError";
    this.kind = kind;
    this.code = code;
    this.problems = problems;
  }
}

/** Too much in a short time. */
export class Limited extends AppError {
  /** Seconds after which it is worth trying again (RFC 9110 10.2.3). */
  readonly retryAfter: number;

  constructor(code: string, message: string, retryAfter: number) {
    super("limited", code, message);
    this.retryAfter = retryAfter;
  }
}
