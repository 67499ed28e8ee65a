import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { given, type Look, searchOf } from "./look.ts";

const route = getRouteApi("/app/talent");

type Patch = { readonly [Key in keyof Look]?: Look[Key] | undefined };

/** The look the address holds, and how to change it without a step back in the history for every key. */
export function useLook() {
  const look = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (patch: Patch) =>
      void navigate({
        search: (before) => given({ ...before, ...narrowing(before, patch) }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  return { look, change };
}

/** Another search finds others: what was selected among the former ends. In another order they are the same. */
function narrowing(before: Look, patch: Patch): Patch {
  const found = (look: Look) => JSON.stringify({ ...searchOf(look), sort: undefined });
  const same = found(before) === found(given({ ...before, ...patch }));
  return same ? patch : { ...patch, picked: undefined };
}
