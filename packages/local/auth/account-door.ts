import type { IncomingMessage, ServerResponse } from "node:http";
import { AccountError, type createAccount } from "./account.ts";
import { bodyOf } from "./body.ts";

/** Speaks AWS's JSON 1.1 with a browser of another origin, as Cognito's endpoint does. Says nothing of what went through it. */
export async function answerAccount(
  account: ReturnType<typeof createAccount>,
  origins: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
) {
  const origin = request.headers.origin ?? "";
  const say = (status: number, body?: unknown) => {
    response.writeHead(status, {
      ...(origins.includes(origin) && {
        "access-control-allow-origin": origin,
        "access-control-allow-headers": "content-type,x-amz-target",
        "access-control-allow-methods": "POST",
        vary: "origin",
      }),
      "content-type": "application/x-amz-json-1.1",
      "cache-control": "no-store",
    });
    response.end(body === undefined ? "" : JSON.stringify(body));
  };
  if (request.method === "OPTIONS") return say(204);
  try {
    say(200, await account(String(request.headers["x-amz-target"]), json(await bodyOf(request))));
  } catch (error) {
    if (!(error instanceof AccountError)) throw error;
    say(400, { __type: error.name, message: error.message });
  }
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AccountError("SerializationException", "The body is not JSON");
  }
}
