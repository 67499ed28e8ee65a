import { decodeJwt } from "jose";
import { Clock } from "../../../packages/core/clock.ts";
import { Token } from "../../../packages/core/token/index.ts";

const YEAR_MS = 365 * 86_400_000;

/** A token that this run of the product would have signed at another time. */
export function signedAt(ms: number, ...signing: Parameters<typeof Token.sign>): Promise<string> {
  const back = Clock.use(() => ms);
  try {
    return Token.sign(...signing);
  } finally {
    back();
  }
}

/** The link of a mail as it would be, had the mail come three years earlier: it has expired since. */
export async function longAgo(url: string): Promise<string> {
  const [, purpose, token] = new URL(url).pathname.split("/");
  const { sub: subject = "", ref } = decodeJwt<{ ref?: string }>(token ?? "");
  const claims = { subject, ...(ref ? { ref } : {}) };
  const aged = await signedAt(Clock.ms() - 3 * YEAR_MS, purpose as Token.Purpose, claims);
  return url.replace(token ?? "", aged);
}
