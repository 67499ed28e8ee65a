import type { IncomingMessage, ServerResponse } from "node:http";
import type { Refusal } from "./refusal.ts";

/** What goes back to the browser. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

/** A function's result as an HTTP API reads it: without `statusCode` it is a JSON body (payload format 2.0). */
export function answerOf(result: unknown): Answer {
  if (typeof result !== "object" || result === null || !("statusCode" in result)) {
    const text = typeof result === "string" ? result : JSON.stringify(result ?? null);
    return plain(200, { "content-type": "application/json" }, text);
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = result as Result;
  const status = Number(statusCode);
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new TypeError("statusCode is not a status");
  const lower = Object.entries(headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]);
  return {
    status,
    headers: { "content-type": "text/plain;charset=utf-8", ...Object.fromEntries(lower) },
    cookies: cookies ?? [],
    body: Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"),
  };
}

interface Result {
  readonly statusCode: unknown;
  readonly headers?: Readonly<Record<string, string | number | boolean>> | undefined;
  readonly cookies?: readonly string[] | undefined;
  readonly body?: string | undefined;
  readonly isBase64Encoded?: boolean | undefined;
}

export const plain = (status: number, headers: Answer["headers"], text: string): Answer => ({
  status,
  headers,
  cookies: [],
  body: Buffer.from(text),
});

export const refusalAnswer = ({
  status,
  message,
  headers,
}: Pick<Refusal, "status" | "message" | "headers">) =>
  plain(status, { ...headers, "content-type": "application/json" }, JSON.stringify({ message }));

/** Writes an answer; one with illegal headers becomes a 500, and a client that has gone is nobody's error. */
export function write(request: IncomingMessage, response: ServerResponse, answer: Answer) {
  if (response.destroyed || response.headersSent) return;
  try {
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    if (answer.cookies.length > 0) response.setHeader("set-cookie", [...answer.cookies]);
    const bodiless = answer.status === 204 || answer.status === 304;
    if (!bodiless) response.setHeader("content-length", answer.body.length);
    response.writeHead(answer.status);
    response.end(bodiless || request.method === "HEAD" ? undefined : answer.body);
  } catch {
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.writeHead(500, { "content-type": "application/json" });
    response.end('{"message":"Internal Server Error"}');
  }
}
