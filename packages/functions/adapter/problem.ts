import { type AppError, Limited } from "@perennial/core/error.ts";
import type { Reply, Request } from "./http.ts";
import { statusOf } from "./status.ts";

const TITLES: Record<number, string> = {
  400: "Something in the request is not right",
  401: "Please sign in",
  403: "Not allowed",
  404: "Not found",
  405: "Not a method of this address",
  409: "Changed meanwhile",
  422: "Not possible yet",
  429: "Too many requests",
  500: "Something went wrong on our side",
};

/** A refusal as RFC 9457 problem details, with our stable code, the fields it is about, and the ids to ask for it by. */
export function problem(request: Request, error: AppError): Reply {
  const status = statusOf(error.kind);
  const members = { detail: error.message, code: error.code, problems: error.problems };
  const { headers, body } = reply(request, status, members);
  return { status, headers: { ...headers, ...waiting(error) }, body };
}

/** When to try again, where the refusal knows it. */
export const waiting = (error: AppError): Readonly<Record<string, string>> =>
  error instanceof Limited ? { "retry-after": String(error.retryAfter) } : {};

/** A bug as problem details: what was kept and what to do, nothing about the inside. */
export function fault(request: Request): Reply {
  const detail = "Nothing you did is lost. Please try again; if it stays, send us the request id.";
  return reply(request, 500, { detail, code: "internal", problems: [] });
}

function reply(request: Request, status: number, members: Record<string, unknown>): Reply {
  const title = TITLES[status] ?? "Refused";
  const body = { type: `urn:perennial:problem:${members.code}`, title, status, ...members };
  return {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
    body: JSON.stringify({ ...body, instance: request.requestId, trace: request.trace }),
  };
}
