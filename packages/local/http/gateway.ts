import type { IncomingMessage, RequestListener } from "node:http";
import { ulid } from "ulidx";
import type { FunctionName } from "../../../infra/functions.ts";
import type { Route } from "../../../infra/http.ts";
import type { MovableClock } from "../clock/index.ts";
import type { Journal } from "../journal/index.ts";
import type { Meter } from "../meter/index.ts";
import { type Answer, answerOf, refusalAnswer, write } from "./answer.ts";
import { createAuthorizer, type JwtOptions } from "./authorizer.ts";
import { bodyOf, checkSize } from "./body.ts";
import { eventOf, type HttpEvent } from "./event.ts";
import { Refusal } from "./refusal.ts";
import { compile } from "./route.ts";
import { targetOf } from "./target.ts";
import { createThrottle } from "./throttle.ts";

export interface GatewayOptions {
  readonly routes: readonly Route[];
  /** Runs a function to its result; rejects when the handler throws. */
  readonly invoke: (
    name: FunctionName,
    event: HttpEvent,
    options: { readonly trace: string },
  ) => Promise<unknown>;
  readonly jwt: JwtOptions;
  readonly clock: Pick<MovableClock, "ms">;
  readonly journal: Pick<Journal, "note">;
  readonly meter?: Meter;
}

/** The HTTP API of `infra/http.ts`. */
export interface Gateway {
  /** Answers one request; never rejects. */
  answer(request: IncomingMessage): Promise<Answer>;
  /** The same as a listener of its own. */
  readonly listener: RequestListener;
  /** Whether a path lies below one of its routes, so that the edge sends it here. */
  owns(path: string): boolean;
  /** The route keys it answers. */
  readonly routes: readonly string[];
  /** True while no request is being answered. */
  idle(): boolean;
}

/** An HTTP API refuses a request line and headers beyond this (API Gateway quotas). */
const MAX_HEADERS = 10_240;

export function createGateway({ routes, invoke, jwt, clock, journal, meter }: GatewayOptions): Gateway {
  const compiled = compile(routes);
  const authorize = createAuthorizer(jwt);
  const throttled = createThrottle();
  const roots = new Set(routes.map(({ route }) => route.split("/")[1]));
  let open = 0;

  async function run(request: IncomingMessage, trace: string): Promise<Answer> {
    if (headerSize(request) > MAX_HEADERS) throw new Refusal(431, "Request Header Fields Too Large");
    const target = targetOf(request.url);
    const found = choose(request.method ?? "GET", target.segments);
    const { pathParameters, route } = found;
    const jwt = route.auth === "recruiter" ? await authorize(request.headers.authorization) : undefined;
    const [body, routeKey, at] = [await bodyOf(request), route.route, clock.ms()];
    const event = eventOf({ request, target, body, routeKey, pathParameters, jwt, trace, at });
    checkSize(event);
    const { requestId: id } = event.requestContext;
    journal.note({ trace, room: "http", what: `${request.method} ${routeKey.split(" ")[1]}`, id });
    return answerOf(await throttled(route, () => invoke(route.function, event, { trace })));
  }
  function choose(method: string, segments: readonly string[]) {
    for (const { route, match } of compiled) {
      const pathParameters = match(method, segments);
      if (pathParameters !== undefined) return { route, pathParameters };
    }
    throw new Refusal(404, "Not Found");
  }
  async function answer(request: IncomingMessage): Promise<Answer> {
    // The id of everything that follows from this request is ours to give, never the caller's.
    const trace = `trc_${ulid(clock.ms()).toLowerCase()}`;
    open += 1;
    meter?.("api.request", 1, `${request.method}`);
    try {
      const given = await run(request, trace).catch((error: unknown) => refusalAnswer(asRefusal(error)));
      // API Gateway says when it answered; here that is the movable clock, by which the web app says "3 days ago".
      const date = new Date(clock.ms()).toUTCString();
      return { ...given, headers: { ...given.headers, date, "x-perennial-trace": trace } };
    } finally {
      open -= 1;
    }
  }
  return {
    answer,
    listener: async (request, response) => write(request, response, await answer(request)),
    routes: compiled.map(({ route }) => route.route),
    owns: (path) => roots.has(path.split("/")[1]),
    idle: () => open === 0,
  };
}

const asRefusal = (error: unknown) =>
  error instanceof Refusal ? error : new Refusal(500, "Internal Server Error");

const headerSize = ({ rawHeaders, url = "" }: IncomingMessage) =>
  rawHeaders.reduce((sum, text) => sum + text.length + 2, url.length);
