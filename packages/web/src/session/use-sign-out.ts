import { useQueryClient } from "@tanstack/react-query";
import { useAuth } from "react-oidc-context";
import { config } from "../config/index.ts";

/**
 * Signs out here and at the identity provider. Cognito wants `client_id` and `logout_uri` where OpenID Connect's
 * RP-initiated logout has `post_logout_redirect_uri`; each ignores the other's.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html
 */
export function useSignOut() {
  const auth = useAuth();
  const cache = useQueryClient();
  return async () => {
    cache.clear();
    const logoutUri = new URL("/", location.origin).href;
    await auth
      .signoutRedirect({ extraQueryParams: { client_id: config().clientId, logout_uri: logoutUri } })
      .catch(() => auth.removeUser());
  };
}
