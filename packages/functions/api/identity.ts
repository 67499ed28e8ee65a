import type { Identity } from "@perennial/core/actor.ts";
import { Team } from "@perennial/core/team";
import type { Request } from "../adapter/http.ts";

/**
 * Who a request acts as: claims that the gateway's JWT authorizer verified, never anything from body, query or headers. API Gateway
 * writes lists as `[a b]`.
 */
export function recruiter({ claims }: Request): Identity {
  const groups = (claims["cognito:groups"] ?? "").replace(/^\[|\]$/g, "").split(/[\s,]+/);
  const id = claims.sub ?? "";
  return {
    kind: "recruiter",
    id,
    role: Team.roleOf(groups),
    name: claims.name ?? claims.username ?? id,
    email: claims.email ?? "",
  };
}
