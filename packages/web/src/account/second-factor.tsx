import { Button } from "@mantine/core";
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { done } from "../acts/index.tsx";
import { useSingle } from "../api/use-single.ts";
import { config } from "../config/index.ts";
import { Section } from "../frame/page.tsx";
import { Failure } from "../states/failure.tsx";
import { Loaded } from "../states/loaded.tsx";
import { SecondFactor } from "./cognito.ts";
import { SetUp } from "./set-up.tsx";
import { TurnOff } from "./turn-off.tsx";

const factor = queryOptions({
  queryKey: ["account", "second-factor"],
  queryFn: SecondFactor.isOn,
  retry: false,
});

/** Whether signing in asks for a code too, and the way to change that. */
export function SecondFactorSection({ email }: { readonly email: string }) {
  const cache = useQueryClient();
  const query = useQuery(factor);
  const [secret, setSecret] = useState<string>();
  const beginning = useMutation({ mutationFn: SecondFactor.secret, onSuccess: setSecret, gcTime: 0 });
  const begin = useSingle(() => beginning.mutateAsync());
  const changed = (on: boolean) => {
    setSecret(undefined);
    // The mutation remembers the secret as its answer.
    beginning.reset();
    cache.setQueryData(factor.queryKey, on);
    done(on ? "Signing in asks for a code now" : "Signing in no longer asks for a code");
  };
  return (
    <Section title="Second factor">
      <Loaded query={query} what="Your second factor">
        {(on) => (
          <>
            <p role="status">{on ? ON : OFF}</p>
            {secret ? (
              <SetUp
                key={secret}
                secret={secret}
                email={email}
                onDone={() => changed(true)}
                onAgain={begin}
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
