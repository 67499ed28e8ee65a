import { session } from "../session/manager.ts";
import { ServerClock } from "./clock.ts";
import { ApiError, refusal } from "./problem.ts";
import type { Routes } from "./routes.ts";

type Parameter<Path> = Path extends `${string}{${infer Name}}${infer Rest}` ? Name | Parameter<Rest> : never;
type Params<Path> = [Parameter<Path>] extends [never] ? unknown : { params: Record<Parameter<Path>, string> };
type Body<R> = R extends { body: infer B } ? { body: B } : unknown;
type Query<R> = R extends { query: infer Q } ? { query: Q } : unknown;
type Input<R extends keyof Routes> = Params<R> &
  Body<Routes[R]> &
  Query<Routes[R]> & { signal?: AbortSignal };
type Args<R extends keyof Routes> = object extends Input<R> ? [input?: Input<R>] : [input: Input<R>];

interface Loose {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Calls one route of the API. Throws ApiError; a session that has run out is renewed once before that. */
export async function call<R extends keyof Routes>(route: R, ...args: Args<R>): Promise<Routes[R]["output"]> {
  const input = (args[0] ?? {}) as Loose;
  let response = await send(route, input, await session.token());
  if (response.status === 401) response = await send(route, input, await session.renew());
  if (response.status === 401) await session.end();
  if (!response.ok) throw await refusal(response);
  return (await response.json()) as Routes[R]["output"];
}

async function send(route: string, input: Loose, token: string | undefined): Promise<Response> {
  const [method = "GET", path = ""] = route.split(" ");
  const headers: Record<string, string> = { accept: "application/json" };
  if (token) headers["authorization"] = `Bearer ${token}`;
  if (input.body !== undefined) headers["content-type"] = "application/json";
  const init: RequestInit = { method, headers };
  if (input.body !== undefined) init.body = JSON.stringify(input.body);
  if (input.signal) init.signal = input.signal;
  const response = await fetch(address(path, input), init).catch((error: unknown) => {
    if (input.signal?.aborted) throw error;
    throw new ApiError(0, { detail: "The server could not be reached.", code: "unreachable" });
  });
  ServerClock.read(response.headers.get("date"));
  return response;
}

/** Fills in the path and adds the query. */
export function address(path: string, { params = {}, query = {} }: Pick<Loose, "params" | "query">): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, value);
  return search.size > 0 ? `${filled}?${search}` : filled;
}
