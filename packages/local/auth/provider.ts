import Provider, { type Configuration, type KoaContextWithOIDC } from "oidc-provider";
import type { Store } from "../store.ts";
import { createAdapter } from "./adapter.ts";
import { openKeys } from "./keys.ts";
import { notePage, type Page, signOutPage } from "./page.ts";
import { bySub, type Person } from "./people.ts";

export interface ProviderOptions {
  /** `infra/auth.ts`. */
  readonly auth: {
    readonly clientId: string;
    readonly scopes: readonly string[];
    readonly groupsClaim: string;
    readonly accessTokenMinutes: number;
  };
  readonly issuer: string;
  readonly store: Store;
  /** Full addresses the web app may come back to after signing in. */
  readonly redirectUris: readonly string[];
  /** And after signing out. */
  readonly signedOutUris: readonly string[];
}

const DAY = 86_400;
/** The provider wants access tokens bound to a resource before it writes them as JWT. Nobody sees this name. */
const RESOURCE = "urn:perennial:api";

export async function createProvider(options: ProviderOptions) {
  const { auth, issuer, store } = options;
  const keys = await openKeys(store);
  const scope = auth.scopes.join(" ");
  const configuration: Configuration = {
    adapter: await createAdapter(store),
    jwks: { keys: [{ ...keys.signing, kty: "RSA" }] },
    cookies: { keys: [keys.cookies] },
    clients: [client(options, scope)],
    clientBasedCORS: (_ctx, origin) => originsOf(options.redirectUris).includes(origin),
    pkce: { required: () => true },
    scopes: [...auth.scopes],
    claims: {
      openid: ["sub"],
      email: ["email", "email_verified"],
      profile: ["name", "cognito:username", auth.groupsClaim],
    },
    conformIdTokenClaims: false,
    findAccount: (_ctx, sub) => account(bySub(sub), auth.groupsClaim),
    loadExistingGrant: (ctx) => grant(ctx, scope),
    rotateRefreshToken: false,
    issueRefreshToken: async () => true,
    expiresWithSession: async () => false,
    ttl: {
      AccessToken: auth.accessTokenMinutes * 60,
      IdToken: auth.accessTokenMinutes * 60,
      RefreshToken: 30 * DAY,
      Session: 14 * DAY,
      Grant: 30 * DAY,
      Interaction: 3600,
    },
    interactions: { url: (_ctx, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}` },
    formats: {
      customizers: { jwt: (_ctx, token, { payload }) => cognitoClaims(payload, token, auth, scope) },
    },
    features: features(scope),
    renderError: (ctx, { error, error_description }) => {
      const home = originsOf(options.redirectUris)[0] ?? "/";
      respond(ctx, notePage("This sign-in did not work", error_description ?? error, home));
    },
  };
  return new Provider(issuer, configuration);
}

const originsOf = (addresses: readonly string[]) => addresses.map((address) => new URL(address).origin);

function client({ auth, redirectUris, signedOutUris }: ProviderOptions, scope: string) {
  return {
    client_id: auth.clientId,
    token_endpoint_auth_method: "none" as const,
    redirect_uris: [...redirectUris],
    post_logout_redirect_uris: [...signedOutUris],
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code" as const],
    scope,
  };
}

function features(scope: string): NonNullable<Configuration["features"]> {
  return {
    devInteractions: { enabled: false },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => respond(ctx, signOutPage(form)),
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => RESOURCE,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({ scope, accessTokenFormat: "jwt", jwt: { sign: { alg: "RS256" } } }),
    },
  };
}

function respond(ctx: KoaContextWithOIDC, { body, policy }: Page) {
  ctx.set("content-security-policy", policy);
  ctx.type = "html";
  ctx.body = body;
}

function account(person: Person | undefined, groupsClaim: string) {
  if (person === undefined) return undefined;
  const { sub, username, name, email, groups } = person;
  const claims = {
    sub,
    name,
    email,
    email_verified: true,
    "cognito:username": username,
    [groupsClaim]: [...groups],
  };
  return { accountId: sub, claims: () => claims };
}

/** Whoever signs in has agreed to what our own web app asks: no consent page, as with Cognito. */
async function grant({ oidc }: KoaContextWithOIDC, scope: string) {
  const { client: app, session, account: who } = oidc;
  if (!app || !session || !who) return undefined;
  const id = oidc.result?.consent?.grantId ?? session.grantIdFor(app.clientId);
  const found = id === undefined ? undefined : await oidc.provider.Grant.find(id);
  if (found !== undefined) return found;
  const made = new oidc.provider.Grant({ clientId: app.clientId, accountId: who.accountId });
  made.addOIDCScope(scope);
  made.addResourceScope(RESOURCE, scope);
  await made.save();
  return made;
}

/** Cognito's access token (Cognito guide, "Understanding the access token"); the provider insists on an audience. */
function cognitoClaims(
  payload: Record<string, unknown>,
  token: { kind?: string; accountId?: string | undefined },
  auth: ProviderOptions["auth"],
  scope: string,
) {
  const person = bySub(token.accountId ?? "");
  if (person === undefined) return;
  Object.assign(payload, {
    aud: auth.clientId,
    token_use: "access",
    scope,
    username: person.username,
    [auth.groupsClaim]: [...person.groups],
    auth_time: payload.iat,
    version: 2,
  });
}
