import { Outlet, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { type AuthContextProps, useAuth } from "react-oidc-context";
import { Frame } from "../frame/frame.tsx";
import { Waiting } from "../states/waiting.tsx";
import { SignIn } from "./sign-in.tsx";

/** Everything behind it needs a signed-in recruiter; the address stays, so that she returns to the page she asked for. */
export function Gate() {
  const auth = useAuth();
  const { href } = useLocation();
  const wasIn = useRef(false);
  const renewing = useRenewal(auth);
  useEffect(() => {
    if (auth.isAuthenticated) wasIn.current = true;
  }, [auth.isAuthenticated]);

  if (auth.isAuthenticated) {
    return (
      <Frame>
        <Outlet />
      </Frame>
    );
  }
  if (auth.isLoading || renewing) return <Waiting words="Signing you in" />;
  return (
    <SignIn
      ended={wasIn.current}
      failed={auth.error !== undefined}
      onSignIn={() => auth.signinRedirect({ state: { returnTo: href } })}
    />
  );
}

/** A laptop that slept wakes with an access token that has run out and a refresh token that has not. */
function useRenewal({
  isLoading,
  isAuthenticated,
  user,
  signinSilent,
  removeUser,
}: AuthContextProps): boolean {
  const worthTrying = !isLoading && !isAuthenticated && user?.refresh_token !== undefined;
  useEffect(() => {
    if (worthTrying) signinSilent().catch(() => removeUser());
  }, [worthTrying, signinSilent, removeUser]);
  return worthTrying;
}
