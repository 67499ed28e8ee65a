import type { ErrorKind } from "@perennial/core/error.ts";

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  unsupported: 405,
  conflict: 409,
  blocked: 422,
  limited: 429,
};

/** The HTTP status of a kind of refusal (RFC 9110 section 15). */
export const statusOf = (kind: ErrorKind): number => STATUS[kind];
