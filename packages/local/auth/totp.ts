import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const STEP_SECONDS = 30;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** As long as Cognito's: 32 bytes, 52 characters of base32 (RFC 4648, without padding). */
export const newSecret = () => base32(randomBytes(32));

/** The time step of RFC 6238 that this moment is in. */
export const stepAt = (ms: number) => Math.floor(ms / 1000 / STEP_SECONDS);

/** The code of a time step: HOTP with SHA-1 (RFC 4226, 5.3), which is what authenticator apps compute. */
export function codeOf(secret: string, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", bytesOf(secret)).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  const number = digest.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, "0");
}

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

export function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => ALPHABET[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}

function bytesOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, "0")).join("");
  const whole = bits.match(/.{8}/g) ?? [];
  return Buffer.from(whole.map((byte) => Number.parseInt(byte, 2)));
}
