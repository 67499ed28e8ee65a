import { timingSafeEqual } from "node:crypto";
import { HOTP, Secret } from "otpauth";

const STEP_SECONDS = 30;

/** As long as Cognito's: 32 bytes, 52 characters of base32. */
export const newSecret = () => new Secret({ size: 32 }).base32;

/** The time step of RFC 6238 that this moment is in. */
export const stepAt = (ms: number) => Math.floor(ms / 1000 / STEP_SECONDS);

/** The code of a time step, with SHA-1, which is what authenticator apps compute. */
export const codeOf = (secret: string, step: number, digits = 6) =>
  HOTP.generate({ secret: Secret.fromBase32(secret), counter: step, digits });

/**
 * The step that a code belongs to: this one, or a neighbour for clocks that differ (RFC 6238, 5.2).
 * @param after the step of the last code taken: none up to it is taken again
 */
export function stepOf(secret: string, code: string, ms: number, after: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const now = stepAt(ms);
  return [now - 1, now, now + 1].find((step) => step > after && same(codeOf(secret, step), code));
}

/** Of equal length by then. */
const same = (a: string, b: string) => timingSafeEqual(Buffer.from(a), Buffer.from(b));
