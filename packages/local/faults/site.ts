import type { Request } from "./hook.ts";

export type ServiceName = "dynamodb" | "states" | "ses" | "s3";

/** Where a fault may strike: one call, by what it asks of which service. */
export interface Site {
  readonly service: ServiceName;
  readonly operation: string;
  /** The ids that the request names, for the story. */
  readonly ids: readonly string[];
}

const decoder = new TextDecoder();
const ID = /\b(?:cnd|msg|cmp|enr|evt|imp|seg)_[0-9a-z]{26,32}\b/g;
const MOST_IDS = 12;

/** A body as text; S3 uploads and the like as nothing. */
export const textOf = (body: unknown): string =>
  typeof body === "string" ? body : body instanceof Uint8Array ? decoder.decode(body) : "";

export const idsIn = (text: string): string[] => [...new Set(text.match(ID))].slice(0, MOST_IDS);

export function siteOf({ method = "GET", path = "/", headers, body }: Request): Site {
  const [service = "", operation] = (headers["x-amz-target"] ?? "").split(".");
  const ids = idsIn(textOf(body));
  if (operation !== undefined)
    return { service: service.startsWith("Dynamo") ? "dynamodb" : "states", operation, ids };
  if (!path.startsWith("/v2/email")) return { service: "s3", operation: method, ids };
  const sends = method === "POST" && path.includes("outbound-emails");
  return { service: "ses", operation: sends ? "SendEmail" : method, ids };
}
