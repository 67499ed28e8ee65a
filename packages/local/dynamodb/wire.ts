import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { crc32 } from "node:zlib";
import { listen } from "../loopback.ts";
import { apiError, isApiError } from "./error.ts";
import type { Gate } from "./gate.ts";
import type { Operation } from "./layer.ts";

const TARGET = "DynamoDB_20120810.";
/** The largest request DynamoDB takes (BatchWriteItem). */
const MAX_BYTES = 16 * 1024 * 1024;

/** A request's target and body to the answer's status and body. Never rejects. */
export type Reply = (
  target: string,
  text: string,
) => Promise<{ readonly status: number; readonly text: string }>;

/** AWS JSON 1.0. Operations run inside the gate. */
export function replier(operations: Readonly<Record<string, Operation>>, gate: Gate): Reply {
  return async (target, text) => {
    try {
      const operation = find(operations, target);
      const body = parse(text);
      return { status: 200, text: JSON.stringify(await gate.pass(() => operation(body))) };
    } catch (error) {
      if (isApiError(error)) return { status: error.statusCode, text: JSON.stringify(error.body) };
      return { status: 500, text: JSON.stringify({ __type: "InternalServerError", message: String(error) }) };
    }
  };
}

/** Answers on a loopback port the system picks. */
export function serve(reply: Reply) {
  return listen(async (request, response) => {
    const text = await read(request).catch(() => undefined);
    if (text === undefined) return send(response, 400, TOO_LARGE);
    const answer = await reply(String(request.headers["x-amz-target"] ?? ""), text);
    send(response, answer.status, answer.text);
  });
}

const TOO_LARGE = JSON.stringify(
  apiError("RequestEntityTooLargeException", "The request is larger than 16 MB").body,
);

function find(operations: Readonly<Record<string, Operation>>, target: string): Operation {
  const name = target.startsWith(TARGET) ? target.slice(TARGET.length) : "";
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (operation !== undefined) return operation;
  const known = Object.keys(operations).join(", ");
  throw apiError(
    "UnknownOperationException",
    `The local cloud has no DynamoDB operation "${target}". It has: ${known}`,
  );
}

/** The body as text; rejects when it is too large. */
async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error("too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parse(text: string): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body };
  } catch {
    // Answered below, as any other body that is not an object.
  }
  throw apiError("SerializationException", "The request body is not a JSON object");
}

function send(response: ServerResponse, status: number, body: string) {
  const text = Buffer.from(body);
  response.writeHead(status, {
    "content-type": "application/x-amz-json-1.0",
    "content-length": text.length,
    "x-amzn-requestid": randomUUID(),
    "x-amz-crc32": String(crc32(text)),
  });
  response.end(text);
}
