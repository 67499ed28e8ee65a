import { Button } from "@mantine/core";
import { Wordmark } from "../frame/wordmark.tsx";
import "./sign-in.css";

interface Props {
  /** She was signed in a moment ago on this very page. */
  readonly ended: boolean;
  readonly failed: boolean;
  readonly onSignIn: () => Promise<void>;
}

export function SignIn({ ended, failed, onSignIn }: Props) {
  return (
    <main className="sign-in">
      <title>Sign in · Perennial</title>
      <Wordmark />
      <h1>Sign in</h1>
      <p>{sentence(ended, failed)}</p>
      <Button variant="filled" onClick={() => void onSignIn()}>
        Sign in
      </Button>
    </main>
  );
}

function sentence(ended: boolean, failed: boolean): string {
  if (ended)
    return "Your session has ended. What you typed is kept on this device; sign in to go on where you were.";
  if (failed) return "Signing in did not work. Nothing is lost; please try again.";
  return "Continue with your organisation's account.";
}
