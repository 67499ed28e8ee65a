import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import type { Role } from "../../../packages/core/team/index.ts";

interface Sent {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly base64?: boolean;
  readonly query?: Readonly<Record<string, string>>;
  readonly claims?: Readonly<Record<string, string>>;
  /** Path parameters of the gateway's own route. */
  readonly params?: Readonly<Record<string, string>>;
}

/** A request as an HTTP API hands it to a function (payload format 2.0). */
export function request(method: string, path: string, sent: Sent = {}): APIGatewayProxyEventV2 {
  const http = { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.7", userAgent: "test" };
  const requestContext = {
    accountId: "0",
    apiId: "test",
    domainName: "test",
    domainPrefix: "test",
    http,
    requestId: randomUUID(),
    routeKey: "$default",
    stage: "$default",
    time: "",
    timeEpoch: 0,
    ...(sent.claims ? { authorizer: { jwt: { claims: sent.claims, scopes: [] } } } : {}),
  };
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: "",
    requestContext,
    headers: { ...sent.headers },
    isBase64Encoded: sent.base64 ?? false,
    ...(sent.body === undefined ? {} : { body: sent.body }),
    ...(sent.query ? { queryStringParameters: { ...sent.query } } : {}),
    ...(sent.params ? { pathParameters: { ...sent.params } } : {}),
  };
}

const json = { "content-type": "application/json" };

/** The same with a JSON body. */
export const sending = (method: string, path: string, body: unknown, sent: Sent = {}) =>
  request(method, path, { ...sent, headers: { ...json, ...sent.headers }, body: JSON.stringify(body) });

/** What the gateway's authorizer verified of a colleague's token, as API Gateway writes it. */
export const claimsOf = (role: Role | "none") => ({
  sub: `sub-${role}`,
  username: role,
  name: role,
  email: `${role}@acme.example`,
  ...(role === "none" ? {} : { "cognito:groups": `[${role}]` }),
});

/** An invocation with a minute left. */
export const context = { getRemainingTimeInMillis: () => 60_000 } as Context;

interface Reply {
  readonly statusCode?: number;
  readonly headers?: Readonly<Record<string, boolean | number | string>>;
  readonly body?: string;
}
type Handler = (event: APIGatewayProxyEventV2, context: Context) => Promise<Reply>;

/** Status, headers and body that a handler answers. */
export async function ask(handler: unknown, event: APIGatewayProxyEventV2) {
  const { statusCode = 0, headers = {}, body = "" } = await (handler as Handler)(event, context);
  const parse = () => JSON.parse(body) as Record<string, unknown>;
  return { status: statusCode, headers, body, json: parse };
}
