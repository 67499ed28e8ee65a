import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { account } from "../wire/names.ts";
import type { Jwt } from "./authorizer.ts";
import { encodeBody } from "./body.ts";
import type { Target } from "./target.ts";

export interface Arrival {
  readonly request: IncomingMessage;
  readonly target: Target;
  readonly body: Buffer;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly jwt: Jwt | undefined;
  readonly trace: string;
  /** Epoch milliseconds of the movable clock. */
  readonly at: number;
}

export type HttpEvent = ReturnType<typeof eventOf>;

/**
 * The event of payload format 2.0 (API Gateway guide, "Working with AWS Lambda proxy integrations for HTTP APIs").
 * `rawPath` is decoded, as an HTTP API sends it, the query string is not.
 */
export function eventOf({ request, target, body, routeKey, pathParameters, jwt, trace, at }: Arrival) {
  const cookies = request.headers.cookie?.split(/;\s*/);
  const rawPath = `/${target.segments.join("/")}`;
  const query = queryOf(target.query);
  const host = request.headers.host ?? "127.0.0.1";
  return {
    version: "2.0",
    routeKey,
    rawPath,
    rawQueryString: target.query,
    ...(cookies && { cookies }),
    headers: headersOf(request, trace, at),
    ...(query && { queryStringParameters: query }),
    requestContext: {
      accountId: account,
      apiId: "local",
      authentication: null,
      ...(jwt && { authorizer: { jwt } }),
      domainName: host,
      domainPrefix: host.split(".")[0] ?? host,
      http: {
        method: request.method ?? "GET",
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: sourceIp(request),
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: logTime(new Date(at)),
      timeEpoch: at,
    },
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...encodeBody(body, request.headers["content-type"]),
  };
}

/** Lower-case names, repeated headers joined by a comma, cookies apart. The trace is ours, whatever was sent. */
function headersOf(request: IncomingMessage, trace: string, at: number) {
  const sent = Object.entries(request.headersDistinct)
    .filter(([name]) => name !== "cookie")
    .map(([name, values]) => [name, values?.join(",") ?? ""] as const);
  const epoch = Math.floor(at / 1000).toString(16);
  return Object.fromEntries([
    ...sent,
    ["x-forwarded-for", sourceIp(request)],
    ["x-forwarded-proto", "http"],
    ["x-amzn-trace-id", `Root=1-${epoch}-${randomBytes(12).toString("hex")}`],
    ["x-perennial-trace", trace],
  ]);
}

const sourceIp = (request: IncomingMessage) =>
  (request.socket.remoteAddress ?? "127.0.0.1").replace(/^::ffff:/, "");

/** Repeated parameters joined by a comma; undefined when there is none. */
function queryOf(raw: string) {
  if (raw === "") return undefined;
  const query = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(raw))
    query.set(name, query.has(name) ? `${query.get(name)},${value}` : value);
  return Object.fromEntries(query);
}

/** `12/Mar/2020:19:03:58 +0000`. */
function logTime(at: Date) {
  const [, day, month, year, time] = at.toUTCString().split(" ");
  return `${day}/${month}/${year}:${time} +0000`;
}
