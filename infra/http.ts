import type { FunctionName } from "./functions.ts";

/** HTTP routes by trust boundary; inside each boundary the function's own route table takes over. */
export interface Route {
  /** API Gateway HTTP API route key, `METHOD /path`. */
  readonly route: string;
  readonly function: FunctionName;
  readonly auth: "none" | "recruiter";
  readonly throttle: Throttle;
}

/** Requests of everybody together: those a second, and how many more at once (API Gateway guide, token bucket). */
export interface Throttle {
  readonly rate: number;
  readonly burst: number;
}

const often: Throttle = { rate: 100, burst: 200 };
/** Mailbox providers press one-click unsubscribe for many people at once (RFC 8058). */
const candidates: Throttle = { rate: 50, burst: 100 };
/** A career fair, not a flood: every sign-up may send a mail. */
const signUps: Throttle = { rate: 20, burst: 40 };
const rarely: Throttle = { rate: 5, burst: 10 };

export const routes = [
  { route: "GET /v1/openapi.json", function: "api", auth: "none", throttle: rarely },
  { route: "ANY /v1/{proxy+}", function: "api", auth: "recruiter", throttle: often },
  { route: "ANY /join", function: "public", auth: "none", throttle: signUps },
  { route: "ANY /join/{proxy+}", function: "public", auth: "none", throttle: signUps },
  { route: "ANY /confirm/{token}", function: "public", auth: "none", throttle: candidates },
  { route: "ANY /unsubscribe/{token}", function: "public", auth: "none", throttle: candidates },
  { route: "ANY /preferences/{token}", function: "public", auth: "none", throttle: candidates },
] as const satisfies readonly Route[];
