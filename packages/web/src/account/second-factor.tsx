import { Button } from "@mantine/core";
import { useRef } from "react";
import { config } from "../config/index.ts";
import { Section } from "../frame/page.tsx";
import { Failure } from "../states/failure.tsx";
import { Loaded } from "../states/loaded.tsx";
import { SetUp } from "./set-up.tsx";
import { TurnOff } from "./turn-off.tsx";
import { useSecondFactor } from "./use-second-factor.ts";

/** Whether signing in asks for a code too, and the way to change that. */
export function SecondFactorSection({ email }: { readonly email: string }) {
  const state = useRef<HTMLParagraphElement>(null);
  // What had the focus is gone by then.
  const { query, secret, beginning, begin, leave, changed } = useSecondFactor(() => state.current?.focus());
  return (
    <Section title="Second factor">
      <Loaded query={query} what="Your second factor">
        {(on) => (
          <>
            <p role="status" ref={state} tabIndex={-1}>
              {on ? ON : OFF}
            </p>
            {secret ? (
              <SetUp
                {...{ secret, email }}
                key={secret}
                onDone={() => changed(true)}
                onAgain={begin}
                onLeave={leave}
              />
            ) : (
              <div className="acts">
                <Button variant={on ? "default" : "filled"} loading={beginning.isPending} onClick={begin}>
                  {on ? "Move it to another device" : "Set up a second factor"}
                </Button>
                {on && config().mfa === "optional" && <TurnOff onDone={() => changed(false)} />}
              </div>
            )}
            {beginning.isError && (
              <Failure what="A key could not be made" error={beginning.error} onRetry={begin} />
            )}
          </>
        )}
      </Loaded>
    </Section>
  );
}

const ON = "On. Signing in asks for your password, then for a code from your authenticator app.";
const OFF =
  "Off. With it, signing in also asks for a code that an app on your phone shows, so that a stolen password alone opens nothing.";
