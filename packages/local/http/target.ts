import { badRequest } from "./refusal.ts";

/** The request target, taken apart without a URL parser: that would silently repair what must be refused. */
export interface Target {
  /** As it came, percent-encoded. */
  readonly path: string;
  /** Path segments, decoded. */
  readonly segments: readonly string[];
  /** As it came, without the question mark. */
  readonly query: string;
}

/** Refuses anything but origin form with valid UTF-8 percent-encoding (RFC 9112, 3.2.1). */
export function targetOf(url: string | undefined): Target {
  const [path = "", ...rest] = (url ?? "").split("?");
  if (!path.startsWith("/")) throw badRequest();
  return { path, segments: path.slice(1).split("/").map(decode), query: rest.join("?") };
}

export function decode(text: string) {
  try {
    return decodeURIComponent(text);
  } catch {
    throw badRequest();
  }
}
