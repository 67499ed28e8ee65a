import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import type Provider from "oidc-provider";
import { inter, look } from "../look.ts";
import { notePage, signInPage } from "./page.ts";
import { byUsername, people } from "./people.ts";
import { createProvider, type ProviderOptions } from "./provider.ts";

export type { Person } from "./people.ts";
export type AuthOptions = ProviderOptions;

/** The Cognito stand-in: an OIDC provider whose accounts are three made-up people of this machine. */
export interface Auth {
  readonly issuer: string;
  readonly jwksUri: string;
  /** The app clients that may sign people in. */
  readonly clients: readonly string[];
  /** Answers everything below the issuer's path; the server it is mounted in decides what goes there. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

const STYLE = look + (await readFile(new URL("page.css", import.meta.url), "utf8"));
const SIGN_OUT = `document.forms[0].querySelector("button").click();`;

/**
 * Tokens and sessions run on real time. Refuses an issuer that is not this machine, and to run in Lambda: it lets
 * anybody in.
 */
export async function startAuth(options: AuthOptions): Promise<Auth> {
  const { hostname, pathname: mount } = new URL(options.issuer);
  if (hostname !== "127.0.0.1" || process.env.AWS_LAMBDA_FUNCTION_NAME !== undefined)
    throw new Error("The local sign-in must not be deployed.");
  const provider = await createProvider(options);
  const callback = provider.callback();

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (path === `${mount}/page.css`) return send(response, 200, "text/css", STYLE);
    if (path === `${mount}/inter.woff2`) return send(response, 200, "font/woff2", inter);
    if (path === `${mount}/sign-out.js`) return send(response, 200, "text/javascript", SIGN_OUT);
    if (path.startsWith(`${mount}/interaction/`)) return interact(provider, options, request, response);
    // The provider knows its mount path by the difference between these two.
    Object.assign(request, { originalUrl: request.url, url: (request.url ?? "").slice(mount.length) || "/" });
    await callback(request, response);
  }
  return {
    clients: [options.auth.clientId],
    issuer: options.issuer,
    jwksUri: `${options.issuer}/jwks`,
    handle,
  };
}

async function interact(
  provider: Provider,
  { redirectUris }: AuthOptions,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const back = new URL(redirectUris[0] ?? "/").origin;
  try {
    await provider.interactionDetails(request, response);
  } catch {
    const { body, policy } = notePage(
      "This sign-in has ended",
      "It was open for too long, or already used.",
      back,
    );
    return send(response, 400, "text/html", body, policy);
  }
  const person =
    request.method === "POST" ? byUsername((await form(request)).get("person") ?? "") : undefined;
  if (person !== undefined)
    return provider.interactionFinished(request, response, { login: { accountId: person.sub } });
  const targets = redirectUris.map((uri) => new URL(uri).origin);
  const { body, policy } = signInPage(people, request.url ?? "", targets);
  send(response, 200, "text/html", body, policy);
}

const MAX_FORM = 10_000;

async function form(request: IncomingMessage) {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
    if (text.length > MAX_FORM) break;
  }
  return new URLSearchParams(text);
}

function send(
  response: ServerResponse,
  status: number,
  type: string,
  body: string | Buffer,
  policy?: string,
) {
  response.writeHead(status, {
    "content-type": typeof body === "string" ? `${type}; charset=utf-8` : type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    ...(policy && { "content-security-policy": policy }),
  });
  response.end(body);
}
