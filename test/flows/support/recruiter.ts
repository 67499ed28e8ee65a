import { createHash, randomBytes } from "node:crypto";
import type { Place } from "./world.ts";

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly body: T;
}

/** A recruiter at the HTTP API. */
export interface Recruiter {
  readonly token: string;
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer<T>>;
}

/** Signs in as one of the people of this machine, as a browser would: authorization code with PKCE. */
export async function signIn(
  { siteUrl, consoleUrl }: Pick<Place, "siteUrl" | "consoleUrl">,
  person: "ana" | "jonas" | "mei",
): Promise<Recruiter> {
  const verifier = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  const redirect = `${siteUrl}/signed-in`;
  const query = new URLSearchParams({
    client_id: "perennial-web",
    response_type: "code",
    redirect_uri: redirect,
    scope: "openid email profile",
    code_challenge: challenge,
    code_challenge_method: "S256",
    state: "s",
  });
  const code = await walk(`${consoleUrl}/oidc/auth?${query}`, redirect, person);
  const response = await fetch(`${consoleUrl}/oidc/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code,
      client_id: "perennial-web",
      redirect_uri: redirect,
      code_verifier: verifier,
    }),
  });
  const { id_token: token } = (await response.json()) as { id_token: string };
  return { token, call: caller(siteUrl, token) };
}

/** Follows redirects with a cookie jar until the app's own address, choosing the person on the way. */
async function walk(start: string, end: string, person: string): Promise<string> {
  const jar = new Map<string, string>();
  let [url, init]: [string, RequestInit] = [start, {}];
  for (let hop = 0; hop < 12; hop++) {
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const response = await fetch(url, { ...init, redirect: "manual", headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split("=");
      jar.set(name, value);
    }
    const location = response.headers.get("location");
    if (!location) {
      [url, init] = [response.url || url, { method: "POST", body: new URLSearchParams({ person }) }];
      continue;
    }
    const next = new URL(location, url);
    if (next.href.startsWith(end)) return next.searchParams.get("code") ?? "";
    [url, init] = [next.href, {}];
  }
  throw new Error("The sign-in did not end");
}

function caller(siteUrl: string, token: string): Recruiter["call"] {
  return async <T>(method: string, path: string, body?: unknown) => {
    const response = await fetch(`${siteUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...(body ? { "content-type": "application/json" } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: (await response.json()) as T };
  };
}
