import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { done } from "../acts/index.tsx";
import { useSingle } from "../api/use-single.ts";
import { SecondFactor } from "./cognito.ts";

const factor = queryOptions({
  queryKey: ["account", "second-factor"],
  queryFn: SecondFactor.isOn,
  retry: false,
});

/**
 * Whether the second factor is on, and the key of the one that is being set up.
 * @param onLeft the setting up has ended, one way or the other
 */
export function useSecondFactor(onLeft: () => void) {
  const cache = useQueryClient();
  const query = useQuery(factor);
  const [secret, setSecret] = useState<string>();
  const beginning = useMutation({ mutationFn: SecondFactor.secret, onSuccess: setSecret, gcTime: 0 });
  const begin = useSingle(() => beginning.mutateAsync());
  const leave = () => {
    setSecret(undefined);
    // The mutation remembers the secret as its answer.
    beginning.reset();
    onLeft();
  };
  const changed = (on: boolean) => {
    leave();
    cache.setQueryData(factor.queryKey, on);
    done(on ? "Signing in asks for a code now" : "Signing in no longer asks for a code");
  };
  return { query, secret, beginning, begin: () => begin(undefined), leave, changed };
}
