import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import { Refusal } from "./refusal.ts";

export interface JwtOptions {
  readonly issuer: string;
  /** The app client's id: `aud`, or `client_id` where a token has no audience. */
  readonly audience: string;
  readonly jwksUri: string;
}

/** What a function finds in `requestContext.authorizer.jwt`. */
export interface Jwt {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: null;
}

/** An HTTP API's JWT authorizer (API Gateway guide, "Control access to HTTP APIs with JWT authorizers"). */
export function createAuthorizer({ issuer, audience, jwksUri }: JwtOptions) {
  const keys = createRemoteJWKSet(new URL(jwksUri));

  async function authorize(header: string | undefined): Promise<Jwt> {
    const token = (header ?? "").replace(/^Bearer\s+/i, "");
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        algorithms: ["RS256"],
        requiredClaims: ["exp"],
      });
      if (!isFor(payload, audience))
        throw new errors.JWTClaimValidationFailed("unexpected audience", payload, "aud");
      return { claims: stringified(payload), scopes: null };
    } catch (error) {
      if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) throw error;
      throw new Refusal(401, "Unauthorized", { "www-authenticate": "Bearer" });
    }
  }
  return authorize;
}

function isFor({ aud, client_id }: JWTPayload, audience: string) {
  return aud === undefined ? client_id === audience : [aud].flat().includes(audience);
}

/** API Gateway hands every claim over as text, a list as `[a b]`. */
const stringified = (payload: JWTPayload) =>
  Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, textOf(value)]));

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.join(" ")}]`;
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
