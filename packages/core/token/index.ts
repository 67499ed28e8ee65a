export * as Token from "./index.ts";

import { errors, jwtVerify, SignJWT } from "jose";
import { Clock } from "../clock.ts";
import { AppError } from "../error.ts";
import { Secret } from "../secret.ts";

/** What a link in a mail may do: each purpose has a key of its own, so no token serves for another. */
export type Purpose = "confirm" | "unsubscribe" | "preferences" | "form";

/** How long each works. Unsubscribe and preferences outlive the 60 days of CASL s. 11(2) by far. */
const DAYS: Record<Purpose, number> = { confirm: 7, unsubscribe: 730, preferences: 730, form: 1 };

/** Clocks of two machines differ a little. */
const TOLERANCE_S = 5;

/** Who it is for and, where it is about one thing, which. */
export interface Claims {
  readonly subject: string;
  readonly ref?: string;
}

/** Signs a token (JWS, HS256) for one purpose. It is short enough for a List-Unsubscribe header of 995 characters. */
export function sign(purpose: Purpose, { subject, ref }: Claims): Promise<string> {
  const issued = Math.floor(Clock.ms() / 1000);
  return new SignJWT(ref ? { ref } : {})
    .setProtectedHeader({ alg: "HS256" })
    .setSubject(subject)
    .setIssuedAt(issued)
    .setExpirationTime(issued + DAYS[purpose] * 86_400)
    .sign(Secret.key(`token:${purpose}`));
}

export interface Verified extends Claims {
  readonly issuedAt: Date;
  /** Only where that is fine. */
  readonly expired: boolean;
}

/**
 * Reads a token for exactly this purpose.
 * @param options.expiredIsFine an unsubscribe is honoured whenever its signature is ours
 * @throws AppError `token.invalid` for anything forged, foreign or for another purpose; `token.expired` when it is too old
 */
export async function verify(
  purpose: Purpose,
  token: string,
  options: { expiredIsFine?: boolean } = {},
): Promise<Verified> {
  const currentDate = Clock.now();
  try {
    const { payload } = await jwtVerify(token, Secret.key(`token:${purpose}`), {
      algorithms: ["HS256"],
      currentDate,
      clockTolerance: options.expiredIsFine ? "100 years" : TOLERANCE_S,
      requiredClaims: ["sub", "iat", "exp"],
    });
    const ref = typeof payload.ref === "string" ? { ref: payload.ref } : {};
    const expired = Number(payload.exp) + TOLERANCE_S <= currentDate.getTime() / 1000;
    return { subject: String(payload.sub), issuedAt: new Date(Number(payload.iat) * 1000), expired, ...ref };
  } catch (error) {
    if (error instanceof errors.JWTExpired)
      throw new AppError("invalid", "token.expired", "This link has expired", [
        { field: "token", message: "Expired" },
      ]);
    throw new AppError("invalid", "token.invalid", "This link is not valid", [
      { field: "token", message: "Not valid" },
    ]);
  }
}
