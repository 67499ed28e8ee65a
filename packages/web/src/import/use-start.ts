import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "../api/call.ts";
import { queries } from "../api/queries.ts";
import { useSingle } from "../api/use-single.ts";

/** Begins an import, or goes on where it stopped; the page then shows how far it is. */
export function useStart(importId: string, onStarted: () => void = () => undefined) {
  const cache = useQueryClient();
  const starting = useMutation({
    mutationFn: (revision: number) => call("POST /v1/imports/{importId}/start", { importId, revision }),
    onSuccess: (view) => {
      onStarted();
      cache.setQueryData(queries.import(importId).queryKey, view);
    },
    onSettled: () => cache.invalidateQueries({ queryKey: queries.imports.queryKey }),
  });
  return { ...starting, begin: useSingle(starting.mutateAsync) };
}
