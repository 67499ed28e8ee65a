import { AppError } from "@perennial/core/error.ts";
import { headersOf } from "@perennial/site/frame/headers.ts";
import type { Reply, Request } from "../adapter/http.ts";

/** A candidate page as a reply. */
export const page = (status: number, body: string, options: { indexable?: boolean } = {}): Reply => ({
  status,
  headers: headersOf(options.indexable ?? false),
  body,
});

/** A JSON reply, for whoever walks the path by HTTP alone. */
export const json = (status: number, value: object): Reply => ({
  status,
  headers: {
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  },
  body: JSON.stringify(value),
});

/** Whether the caller wants JSON back: it says so, or it sent some and does not ask for a page. */
export function wantsJson(request: Request): boolean {
  const accept = request.headers.accept ?? "";
  return accept.includes("application/json") || (sentJson(request) && !accept.includes("text/html"));
}

/** Whether the body came as JSON. */
export const sentJson = ({ headers }: Pick<Request, "headers">): boolean =>
  (headers["content-type"] ?? "").toLowerCase().startsWith("application/json");

/** The token in the address. */
export function tokenOf({ params }: Request): string {
  const { token } = params;
  if (!token) throw new AppError("invalid", "token.invalid", "This link is not valid");
  return token;
}
