import { randomUUID } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type Common, type Context, common, only, withProperties } from "./first.ts";
import { convertAt, type Places } from "./places.ts";
import { fromWire, toWire, type Wire } from "./value.ts";

/** What a command of lib-dynamodb says about itself. */
interface Document {
  readonly input: Readonly<Record<string, unknown>>;
  readonly inputKeyNodes: Places;
  readonly outputKeyNodes: Places;
  /** The SDK's own command; its schema's third part is the operation's name. */
  readonly clientCommand: { readonly schema: readonly [unknown, unknown, string] };
}
interface Options {
  readonly abortSignal?: AbortSignal;
}
interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  body: unknown;
}

const decoder = new TextDecoder();

/**
 * The document client for a tenth of its price. Native values become the request's text, and the answer's text native values, in one
 * step each, and what is the same for all requests is found out once. Retries, signatures and errors are the SDK's.
 */
export function lean(sdk: DynamoDBClient): Pick<DynamoDBDocumentClient, "send" | "middlewareStack"> {
  const { config } = sdk;
  const reading = only(sdk.middlewareStack, "deserializerMiddleware");
  const sending = only(sdk.middlewareStack, "retryMiddleware", "httpSigningMiddleware");
  sending.add((next, context) => (args) => next({ ...args, request: write(context as Sent, args.input) }), {
    step: "serialize",
    name: "serializerMiddleware",
  });
  let first: Promise<Common> | undefined;
  const start = () => {
    first ??= common(sdk);
    // Credentials or a region may be there next time.
    first.catch(() => (first = undefined));
    return first;
  };

  async function send(command: unknown, { abortSignal }: Options = {}) {
    const document = command as Document;
    const context = contextOf(document, await start(), config.logger, abortSignal);
    const handler = sending.resolve(async (args) => {
      const { response } = await config.requestHandler.handle(args.request as never, { abortSignal });
      const said = response as Response;
      const output = said.statusCode < 300 && (await read(document, said));
      if (output) return { response, output };
      // An error, or no answer at all: the SDK says which.
      return reading.resolve(async () => ({ response, output: { $metadata: {} } }), context)(args);
    }, context);
    return (await handler({ input: document.input as never })).output;
  }

  async function read({ outputKeyNodes }: Document, response: Response) {
    const { body } = response;
    const bytes = body instanceof Uint8Array ? body : await config.streamCollector(body);
    response.body = bytes;
    const parsed = parse(decoder.decode(bytes));
    if (parsed === undefined) return undefined;
    const output = convertAt(outputKeyNodes, parsed, (value) => fromWire(value as Wire)) as object;
    const requestId = response.headers["x-amzn-requestid"];
    return { ...output, $metadata: { httpStatusCode: response.statusCode, ...(requestId && { requestId }) } };
  }
  return { send: send as DynamoDBDocumentClient["send"], middlewareStack: sending as never };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the middlewares of one request share. */
type Sent = Context & { readonly document: Document; readonly request: Common["request"] };

function contextOf(
  document: Document,
  { request, scheme }: Common,
  logger: Context["logger"],
  abortSignal: AbortSignal | undefined,
): Sent {
  const { schema } = document.clientCommand;
  const { signingProperties } = scheme.httpAuthOption;
  return {
    ...(logger && { logger }),
    clientName: "DynamoDBClient",
    commandName: `${schema[2]}Command`,
    document,
    request,
    __smithy_context: {
      operationSchema: schema,
      // The signer notes there when it signed.
      selectedHttpAuthScheme: withProperties(scheme, { ...signingProperties }),
      ...(abortSignal && { abortSignal }),
    },
  };
}

function write({ document, request }: Sent, input: unknown) {
  const [, , operation] = document.clientCommand.schema;
  const fields = convertAt(document.inputKeyNodes, input, toWire) as object;
  // A retry of the SDK's must not be done twice.
  const once = operation === "TransactWriteItems" ? { ClientRequestToken: randomUUID() } : {};
  const body = JSON.stringify({ ...once, ...fields });
  const headers = {
    ...request.headers,
    "x-amz-target": `DynamoDB_20120810.${operation}`,
    "content-length": String(Buffer.byteLength(body)),
  };
  return { ...request, headers, body };
}
