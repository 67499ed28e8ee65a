import type { FunctionName } from "./functions.ts";

/** HTTP routes by trust boundary; inside each boundary the function's own route table takes over. */
export interface Route {
  /** API Gateway HTTP API route key, `METHOD /path`. */
  readonly route: string;
  readonly function: FunctionName;
  readonly auth: "none" | "recruiter";
}

export const routes = [
  { route: "GET /v1/openapi.json", function: "api", auth: "none" },
  { route: "ANY /v1/{proxy+}", function: "api", auth: "recruiter" },
  { route: "ANY /join", function: "public", auth: "none" },
  { route: "ANY /join/{proxy+}", function: "public", auth: "none" },
  { route: "ANY /confirm/{token}", function: "public", auth: "none" },
  { route: "ANY /unsubscribe/{token}", function: "public", auth: "none" },
  { route: "ANY /preferences/{token}", function: "public", auth: "none" },
] as const satisfies readonly Route[];
