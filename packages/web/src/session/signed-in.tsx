import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import { useAuth } from "react-oidc-context";
import { Waiting } from "../states/waiting.tsx";
import { SignIn } from "./sign-in.tsx";

/** Where the identity provider sends her back to: on to the page she had asked for. */
export function SignedIn() {
  const auth = useAuth();
  const navigate = useNavigate();
  const to = returnTo(auth.user?.state);
  useEffect(() => {
    if (auth.isAuthenticated) void navigate({ href: to, replace: true });
  }, [auth.isAuthenticated, navigate, to]);

  if (auth.isLoading || auth.isAuthenticated) return <Waiting words="Signing you in" />;
  return (
    <SignIn
      ended={false}
      failed={auth.error !== undefined}
      onSignIn={() => auth.signinRedirect({ state: { returnTo: "/" } })}
    />
  );
}

/** Only a path of our own, read as a browser reads it, which drops tabs and line breaks: the state travelled through the browser. */
export function returnTo(state: unknown): string {
  const wanted =
    typeof state === "object" && state !== null && "returnTo" in state ? String(state.returnTo) : "/";
  const here = new URL("https://here.invalid");
  const own =
    wanted.startsWith("/") && URL.canParse(wanted, here) && new URL(wanted, here).origin === here.origin;
  return own && !wanted.startsWith("/signed-in") ? wanted : "/";
}
