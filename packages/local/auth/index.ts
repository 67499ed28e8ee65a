import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { inter, look } from "../look.ts";
import { createAccount } from "./account.ts";
import { answerAccount } from "./account-door.ts";
import { interact } from "./interact.ts";
import { openKeys } from "./keys.ts";
import { createProvider, type ProviderOptions } from "./provider.ts";
import { openSecondFactors } from "./second-factor.ts";

export type { Person } from "./people.ts";
export type AuthOptions = ProviderOptions;

/** The Cognito stand-in: an OIDC provider whose accounts are three made-up people of this machine. */
export interface Auth {
  readonly issuer: string;
  readonly jwksUri: string;
  /** Where a signed-in person changes her own account: Cognito's endpoint of the region. */
  readonly accountUrl: string;
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
  const { issuer, redirectUris, store } = options;
  const { hostname, pathname: mount } = new URL(issuer);
  if (hostname !== "127.0.0.1" || process.env.AWS_LAMBDA_FUNCTION_NAME !== undefined)
    throw new Error("The local sign-in must not be deployed.");
  const provider = await createProvider(options);
  const callback = provider.callback();
  const factors = openSecondFactors(store);
  const account = createAccount(issuer, (await openKeys(store)).signing, factors);
  const origins = redirectUris.map((uri) => new URL(uri).origin);

  async function handle(request: IncomingMessage, response: ServerResponse) {
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (path === `${mount}/page.css`) return send(response, 200, "text/css", STYLE);
    if (path === `${mount}/inter.woff2`) return send(response, 200, "font/woff2", inter);
    if (path === `${mount}/sign-out.js`) return send(response, 200, "text/javascript", SIGN_OUT);
    if (path === `${mount}/cognito-idp`) return answerAccount(account, origins, request, response);
    if (path.startsWith(`${mount}/interaction/`)) {
      const shown = await interact(provider, factors, redirectUris, request, response);
      if (shown) send(response, shown.status, "text/html", shown.page.body, shown.page.policy);
      return;
    }
    // The provider knows its mount path by the difference between these two.
    Object.assign(request, { originalUrl: request.url, url: (request.url ?? "").slice(mount.length) || "/" });
    await callback(request, response);
  }
  return {
    clients: [options.auth.clientId],
    issuer,
    jwksUri: `${issuer}/jwks`,
    accountUrl: `${issuer}/cognito-idp`,
    handle,
  };
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
