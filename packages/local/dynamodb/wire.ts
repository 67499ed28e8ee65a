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

/** Answers AWS JSON 1.0 on a loopback port the system picks. Operations run inside the gate. */
export function serve(operations: Readonly<Record<string, Operation>>, gate: Gate) {
  async function handle(request: IncomingMessage, response: ServerResponse) {
    try {
      const operation = find(operations, String(request.headers["x-amz-target"] ?? ""));
      const body = await read(request);
      send(response, 200, await gate.pass(() => operation(body)));
    } catch (error) {
      if (isApiError(error)) send(response, error.statusCode, error.body);
      else send(response, 500, { __type: "InternalServerError", message: String(error) });
    }
  }
  return listen((request, response) => void handle(request, response));
}

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

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > MAX_BYTES)
      throw apiError("RequestEntityTooLargeException", "The request is larger than 16 MB");
    chunks.push(chunk);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString());
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return { ...body };
  } catch {
    // Answered below, as any other body that is not an object.
  }
  throw apiError("SerializationException", "The request body is not a JSON object");
}

function send(response: ServerResponse, status: number, body: object) {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    "content-type": "application/x-amz-json-1.0",
    "content-length": text.length,
    "x-amzn-requestid": randomUUID(),
    "x-amz-crc32": String(crc32(text)),
  });
  response.end(text);
}
