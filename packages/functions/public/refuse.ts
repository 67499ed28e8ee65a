import type { AppError } from "@perennial/core/error.ts";
import * as Page from "@perennial/site/page";
import type { Reply, Request } from "../adapter/http.ts";
import * as details from "../adapter/problem.ts";
import { statusOf } from "../adapter/status.ts";
import { page, wantsJson } from "./reply.ts";
import { visitOf, visitTo } from "./visit.ts";

/** What each refusal is to the person in front of the page, by its code, else by its kind. */
const REASONS: Readonly<Record<string, Page.Reason>> = {
  "token.expired": "expired",
  "token.invalid": "invalid",
  "token.used": "used",
  "token.gone": "used",
  "candidate.gone": "used",
  blocked: "closed",
  conflict: "busy",
  limited: "limited",
  missing: "missing",
};

/** A refusal as a page in her language, or as problem details for whoever wants JSON. */
export async function refuse(request: Request, error: AppError): Promise<Reply> {
  if (wantsJson(request)) return details.problem(request, error);
  const status = statusOf(error.kind);
  const visit = await visitOf(request).catch(() => visitTo(undefined, request));
  const reason = REASONS[error.code] ?? REASONS[error.kind];
  if (reason) {
    const { headers, body } = page(status, await Page.refused(visit, reason));
    return { status, headers: { ...headers, ...details.waiting(error) }, body };
  }
  const fields = error.problems.map(({ field }) => field).filter((field) => field !== "body");
  return page(status, await Page.unreadable(visit, fields));
}

/** A fault of ours: nothing of its inside, only the number that finds it in the log. */
export async function fail(request: Request): Promise<Reply> {
  if (wantsJson(request)) return details.fault(request);
  return page(500, await Page.fault(visitTo(undefined, request), request.requestId));
}
