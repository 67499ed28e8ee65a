import type { Identity } from "@perennial/core/actor.ts";
import { AppError } from "@perennial/core/error.ts";
import * as Team from "@perennial/core/team";
import type { Request } from "../adapter/http.ts";

/**
 * Who a request acts as: claims that the gateway's JWT authorizer verified, never anything from body, query or headers. API Gateway
 * writes lists as `[a b]`.
 */
export function recruiter({ claims }: Request): Identity {
  const { sub: id } = claims;
  if (!id) throw new AppError("unauthenticated", "team.signed_out", "Please sign in");
  const groups = (claims["cognito:groups"] ?? "").replace(/^\[|\]$/g, "").split(/[\s,]+/);
  return {
    kind: "recruiter",
    id,
    role: Team.roleOf(groups),
    name: claims.name ?? claims.username ?? id,
    email: claims.email ?? "",
  };
}
