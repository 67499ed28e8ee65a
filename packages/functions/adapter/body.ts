import { AppError } from "@perennial/core/error.ts";
import type { APIGatewayProxyEventV2 } from "aws-lambda";

/** Fields of a form, by name; a name that stands twice has a list. */
export type Fields = Record<string, string | string[]>;

/**
 * Reads a request's body as JSON, urlencoded or multipart form (RFC 9110, RFC 7578), whatever of it API Gateway encoded.
 * @param limit bytes
 * @returns a JSON value, the fields of a form, or other text as it is; undefined when nothing was sent
 * @throws AppError `body.too_large` or `body.malformed`
 */
export async function readBody(event: APIGatewayProxyEventV2, limit: number): Promise<unknown> {
  const raw = Buffer.from(event.body ?? "", event.isBase64Encoded ? "base64" : "utf8");
  if (raw.length > limit)
    throw new AppError("invalid", "body.too_large", `The body is larger than ${Math.floor(limit / 1024)} kB`);
  if (raw.length === 0) return undefined;
  const text = decode(raw);
  const type = (event.headers["content-type"] ?? "").toLowerCase();
  if (type.startsWith("application/json")) return json(text);
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type))
    return form(raw, event.headers["content-type"] ?? "");
  return text;
}

const malformed = (message: string) =>
  new AppError("invalid", "body.malformed", message, [{ field: "body", message }]);

function decode(raw: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    throw malformed("The body is not UTF-8 text");
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed("The body is not valid JSON");
  }
}

async function form(raw: Buffer, type: string): Promise<Fields> {
  const data = await new Response(new Uint8Array(raw), { headers: { "content-type": type } })
    .formData()
    .catch(() => {
      throw malformed("The body is not a valid form");
    });
  const fields: Fields = Object.create(null);
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name);
    if (values.some((value) => typeof value !== "string")) throw malformed("Files are not accepted here");
    const [only, ...more] = values as string[];
    fields[name] = more.length > 0 ? (values as string[]) : (only ?? "");
  }
  return { ...fields };
}
