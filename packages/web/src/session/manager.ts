import { UserManager, WebStorageStateStore } from "oidc-client-ts";
import type { Config } from "../config/index.ts";

export const CALLBACK = "/signed-in";

let manager: UserManager | undefined;

/** Authorization code with PKCE; tokens live in this tab only and are renewed with the refresh token. */
export function createManager({ issuer, clientId, scopes }: Config): UserManager {
  manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: new URL(CALLBACK, location.origin).href,
    post_logout_redirect_uri: new URL("/", location.origin).href,
    response_type: "code",
    scope: scopes,
    automaticSilentRenew: true,
    monitorSession: false,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  return manager;
}

/** One renewal at a time: several calls may find the session over at once, and a refresh token is good once. */
let renewing: Promise<string | undefined> | undefined;

async function renewed(): Promise<string | undefined> {
  const user = await manager?.getUser();
  if (!user?.refresh_token) return undefined;
  const fresh = await manager?.signinSilent().catch(() => undefined);
  return fresh?.id_token;
}

/** What the API client needs of the session. The ID token: Cognito's access tokens say neither name nor address. */
export const session = {
  token: async () => (await manager?.getUser())?.id_token,
  /** What Cognito itself wants, where she changes her own account. */
  accessToken: async () => (await manager?.getUser())?.access_token,
  renew() {
    renewing ??= renewed().finally(() => {
      renewing = undefined;
    });
    return renewing;
  },
  /** The session is over for good: the gate then shows the sign-in page over whatever was open. */
  async end() {
    await manager?.removeUser();
  },
};
