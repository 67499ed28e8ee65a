import { session } from "../session/manager.ts";
import { ServerClock } from "./clock.ts";
import { ApiError, refusal } from "./problem.ts";
import { type Fields, request } from "./request.ts";
import type { Output, RouteKey, Routes } from "./routes.ts";

/** Routes that take nothing may be called with nothing. */
type Args<R extends RouteKey> = object extends Routes[R]["input"]
  ? [input?: Routes[R]["input"], signal?: AbortSignal]
  : [input: Routes[R]["input"], signal?: AbortSignal];

/** Calls one route of the API. Throws ApiError; a session that has run out is renewed once before that. */
export async function call<R extends RouteKey>(route: R, ...[input, signal]: Args<R>): Promise<Output<R>> {
  const fields: Fields = Object.assign({}, input);
  const once = (token: string | undefined) => send(route, fields, token, signal);
  let response = await once(await session.token());
  if (response.status === 401) response = await once(await session.renew());
  if (response.status === 401) await session.end();
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as Output<R>;
}

/** The API's own description, which anybody may read. */
export async function reference(signal: AbortSignal): Promise<unknown> {
  const response = await send("GET /v1/openapi.json", {}, undefined, signal);
  if (!response.ok) throw await refusal(response);
  return response.json();
}

async function send(
  route: string,
  fields: Fields,
  token: string | undefined,
  signal: AbortSignal | undefined,
) {
  const { address, init } = request(route, fields);
  const headers = { ...init.headers, ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await fetch(address, { ...init, headers, signal: signal ?? null }).catch(
    (error: unknown) => {
      if (signal?.aborted) throw error;
      throw new ApiError(0, { detail: "The server could not be reached.", code: "unreachable" });
    },
  );
  ServerClock.read(response.headers.get("date"));
  return response;
}
