import middy from "@middy/core";
import httpRouter from "@middy/http-router";
import { Actor, type Identity } from "@perennial/core/actor.ts";
import { AppError } from "@perennial/core/error.ts";
import { Id, newId } from "@perennial/core/id.ts";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { readBody } from "./body.ts";
import { faultOf, logger } from "./logger.ts";
import { AROUND, throughTheFront } from "./origin.ts";

/** A request as our routes see it. */
export interface Request {
  readonly method: string;
  readonly path: string;
  /** The route it matched, e.g. `/confirm/{token}`: what logs and metrics name, because a path may hold a token. */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  /** Of whoever asks. For counting only: it is kept and logged nowhere. */
  readonly ip: string;
  readonly trace: string;
  readonly requestId: string;
  /** Claims that the gateway's JWT authorizer verified. */
  readonly claims: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HttpRoute {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: string;
  /** `any`: its address alone says what to do, so a body that can't be read is no reason to refuse. */
  readonly body?: "any";
  run(request: Request): Promise<Reply>;
}

export interface Edge {
  readonly routes: readonly HttpRoute[];
  /** Bytes a body may have. */
  readonly limit: number;
  /** Who is acting; it may refuse. */
  actor(request: Request): Identity;
  /** Answers a refusal that the caller may see. */
  refuse(request: Request, error: AppError): Reply | Promise<Reply>;
  /** Answers a bug, without saying what went wrong inside. */
  fail(request: Request): Reply | Promise<Reply>;
}

/** A trust boundary of HTTP routes as one Lambda handler. HEAD is answered like GET, without the body (RFC 9110 9.3.2). */
export function http(edge: Edge) {
  const table = edge.routes.map((route) => entry(route, (event) => answer(edge, event, route)));
  const others = refusals(edge.routes).map(({ allow, ...route }) =>
    entry(route, async (event) => {
      const reply = await answer(edge, event, { ...route, run: () => refuseMethod(allow) });
      return { ...reply, headers: { ...reply.headers, allow } };
    }),
  );
  const unrouted = (event: APIGatewayProxyEventV2) => answer(edge, event, undefined);
  const router = httpRouter({ routes: [...table, ...others], notFoundResponse: () => undefined });
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>().handler(
    async (event, context) => {
      if (!throughTheFront(event.headers)) return AROUND;
      const head = event.requestContext.http.method === "HEAD";
      if (head) event.requestContext.http.method = "GET";
      const routed = await (router as unknown as Routed)(event, context, {});
      const reply = routed ?? (await unrouted(event));
      return head ? { ...reply, body: "" } : reply;
    },
  );
}

type Answer = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

const entry = ({ method, path }: { method: Method; path: string }, handler: Answer) => ({
  method,
  path,
  handler,
});

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] as const;
type Method = (typeof METHODS)[number];

/** Every method that a known path does not have, with those it has: a 405 names them (RFC 9110 15.5.6). */
function refusals(routes: readonly HttpRoute[]) {
  return [...new Set(routes.map(({ path }) => path))].flatMap((path) => {
    const has: Method[] = routes.filter((route) => route.path === path).map(({ method }) => method);
    const allow = (has.includes("GET") ? [...has, "HEAD"] : has).join(", ");
    return METHODS.filter((method) => !has.includes(method)).map((method) => ({ method, path, allow }));
  });
}

async function refuseMethod(allow: string): Promise<never> {
  throw new AppError("unsupported", "method.unsupported", `This address takes ${allow}`);
}

type Routed = (
  event: unknown,
  context: unknown,
  abort: unknown,
) => Promise<APIGatewayProxyStructuredResultV2 | undefined>;

/** A route, or the refusal of a method at its path. */
type Served = Omit<HttpRoute, "method">;

async function answer(edge: Edge, event: APIGatewayProxyEventV2, route: Served | undefined) {
  const bare = describe(event, route?.path ?? "unknown");
  const { status, headers, body } = await run(edge, event, route, bare);
  logger.info("http", { route: bare.route, method: bare.method, status, trace: bare.trace });
  return { statusCode: status, headers: { ...headers, "x-perennial-trace": bare.trace }, body };
}

async function run(
  edge: Edge,
  event: APIGatewayProxyEventV2,
  route: Served | undefined,
  bare: Request,
): Promise<Reply> {
  try {
    if (!route) throw new AppError("missing", "route.missing", "There is nothing at this address");
    const request = { ...bare, body: await bodyOf(event, edge, route) };
    const acting = { ...edge.actor(request), trace: bare.trace };
    return await Actor.run(acting, () => route.run(request));
  } catch (error) {
    if (error instanceof AppError) return edge.refuse(bare, error);
    logger.error("http.fault", {
      route: bare.route,
      trace: bare.trace,
      requestId: bare.requestId,
      ...faultOf(error),
    });
    return edge.fail(bare);
  }
}

async function bodyOf(event: APIGatewayProxyEventV2, { limit }: Edge, { body }: Served): Promise<unknown> {
  if (body !== "any") return readBody(event, limit);
  return readBody(event, limit).catch(() => undefined);
}

function describe(event: APIGatewayProxyEventV2, route: string): Request {
  const {
    http: call,
    requestId,
    authorizer,
  } = event.requestContext as APIGatewayProxyEventV2["requestContext"] & {
    authorizer?: { jwt?: { claims?: Record<string, string> } };
  };
  const strings = (record: Record<string, string | undefined> | undefined) =>
    Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key, value ?? ""]));
  return {
    method: call.method,
    path: event.rawPath,
    route,
    params: strings(event.pathParameters),
    query: strings(event.queryStringParameters),
    headers: strings(event.headers),
    body: undefined,
    ip: viewerOf(event.headers["cloudfront-viewer-address"]) ?? call.sourceIp,
    trace: traceOf(event.headers["x-perennial-trace"]),
    requestId,
    claims: authorizer?.jwt?.claims ?? {},
  };
}

/** Behind CloudFront the gateway sees only CloudFront, which says whom it serves, with the port (CloudFront developer guide). */
const viewerOf = (address: string | undefined) => address?.replace(/:\d+$/, "").replace(/^\[|\]$/g, "");

/** The trace that our own edge set. Anything else is not taken over: a trace reaches logs, events and the tags of mails. */
const traceOf = (given: string | undefined): string => {
  const { data } = Trace.safeParse(given);
  return data ?? newId("trc");
};
const Trace = Id("trc");
