import type { MessagePort } from "node:worker_threads";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { Asked, Told } from "../dynamodb/port.ts";
import { poster } from "../thread/post.ts";

interface Request {
  readonly hostname: string;
  readonly port?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}
interface Handler {
  handle(request: Request, options?: object): Promise<{ response: object }>;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const textOf = (body: string | Uint8Array = "") => (typeof body === "string" ? body : decoder.decode(body));

/**
 * Lets the AWS SDK hand its requests to the table from thread to thread instead of through a socket: the same texts both ways, for
 * less than half of what HTTP costs. All others still come by its endpoint.
 * @param endpoint of the table, as the SDK is told it
 */
export function takeShortWay(endpoint: string, port: MessagePort): void {
  const table = new URL(endpoint);
  const waiting = new Map<number, (told: Told) => void>();
  const ask = poster<Asked>(port);
  let asked = 0;
  port.on("message", (all: readonly Told[]) => {
    for (const told of all) {
      waiting.get(told.id)?.(told);
      waiting.delete(told.id);
    }
  });
  const prototype = NodeHttpHandler.prototype as unknown as Handler;
  const { handle } = prototype;
  prototype.handle = async function (this: Handler, request, options) {
    if (request.hostname !== table.hostname || String(request.port) !== table.port)
      return handle.call(this, request, options);
    const id = ++asked;
    const { status, text } = await new Promise<Told>((resolve) => {
      waiting.set(id, resolve);
      ask({ id, target: request.headers["x-amz-target"] ?? "", text: textOf(request.body) });
    });
    const headers = { "content-type": "application/x-amz-json-1.0" };
    return { response: { statusCode: status, headers, body: encoder.encode(text) } };
  };
}
