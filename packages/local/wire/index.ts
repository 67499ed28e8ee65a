import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { listen } from "../loopback.ts";

/** Takes the parsed request body, answers the response body; throws `AwsError` for what the SDK shall see as an exception. */
export type Operation = (body: unknown) => Promise<object>;

/** An exception of the emulated service, under the name the AWS SDK knows it by. */
export class AwsError extends Error {
  readonly status: number;
  constructor(code: string, message: string, status = 400) {
    super(message);
    this.name = code;
    this.status = status;
  }
}

/** An operation whose input is parsed once, here; `invalid` says in the service's words what is wrong with it. */
export function operation<S extends z.ZodType, R extends object>(
  schema: S,
  run: (input: z.output<S>) => Promise<R> | R,
  invalid: (error: z.ZodError) => AwsError = invalidInput,
): (body: unknown) => Promise<R> {
  return async (body) => {
    const parsed = schema.safeParse(body);
    if (!parsed.success) throw invalid(parsed.error);
    return run(parsed.data);
  };
}

const invalidInput = (error: z.ZodError) => new AwsError("ValidationException", z.prettifyError(error));

const LARGEST_BODY = 2 * 1024 * 1024;

/**
 * Serves AWS's JSON protocol on a loopback port the system picks: `POST /` with the operation in `X-Amz-Target`, errors by
 * `__type` (https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html).
 * @param prefix what stands before the dot in the target, as `AmazonSQS`
 */
export async function serve(prefix: string, operations: Readonly<Record<string, Operation>>) {
  let open = 0;
  const server = await listen((request, response) => {
    open += 1;
    answer(request, prefix, operations)
      .then(
        (body) => reply(request, response, 200, body),
        (error) => reply(request, response, statusOf(error), exception(error)),
      )
      .finally(() => {
        open -= 1;
      })
      .catch(() => response.destroy());
  });
  return {
    endpoint: server.origin,
    /** True while a request is being answered. */
    busy: () => open > 0,
    stop: server.close,
  };
}

async function answer(
  request: IncomingMessage,
  prefix: string,
  operations: Readonly<Record<string, Operation>>,
) {
  const target = String(request.headers["x-amz-target"] ?? "");
  const name = target.startsWith(`${prefix}.`) ? target.slice(prefix.length + 1) : "";
  const run = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!run)
    throw new AwsError(
      "UnknownOperationException",
      `The local cloud has no operation ${target || "(none named)"}`,
    );
  return run(parse(await read(request)));
}

async function read(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_BODY)
      throw new AwsError("RequestEntityTooLargeException", "The request is over 2 MB", 413);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parse(text: string): unknown {
  try {
    return text === "" ? {} : JSON.parse(text);
  } catch {
    throw new AwsError("SerializationException", "The request body is not JSON");
  }
}

const statusOf = (error: unknown) => (error instanceof AwsError ? error.status : 500);

function exception(error: unknown) {
  if (error instanceof AwsError) return { __type: error.name, message: error.message };
  return { __type: "InternalFailure", message: error instanceof Error ? error.message : String(error) };
}

function reply(request: IncomingMessage, response: ServerResponse, status: number, body: object) {
  const type = "__type" in body ? { "x-amzn-errortype": String(body.__type) } : {};
  response.writeHead(status, {
    "content-type": request.headers["content-type"] ?? "application/x-amz-json-1.0",
    "x-amzn-requestid": randomUUID(),
    ...type,
  });
  response.end(JSON.stringify(body));
}
