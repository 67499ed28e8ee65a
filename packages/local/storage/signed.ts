import type { MovableClock } from "../clock/index.ts";
import { denied } from "./error.ts";

/**
 * Lets a request in that carries a signature: in its header, or in its query until it expires. The signature itself
 * is not computed: on this machine there is no secret to compute it with.
 */
export function checkSignature(request: Request, clock: Pick<MovableClock, "ms">) {
  if (request.headers.get("authorization")?.startsWith("AWS4-HMAC-SHA256 ")) return;
  const query = new URL(request.url).searchParams;
  if (!/^[0-9a-f]{64}$/.test(query.get("X-Amz-Signature") ?? "")) throw denied("Access Denied");
  const seconds = Number(query.get("X-Amz-Expires"));
  const signed = instant(query.get("X-Amz-Date") ?? "");
  if (!(seconds > 0 && seconds <= 604_800) || Number.isNaN(signed)) throw denied("Invalid presigned request");
  if (clock.ms() > signed + seconds * 1000) throw denied("Request has expired");
}

/** `20260102T030405Z` as epoch milliseconds. */
const instant = (text: string) =>
  Date.parse(text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
