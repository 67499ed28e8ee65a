import { type QueryKey, useMutation, useQueryClient } from "@tanstack/react-query";
import { isConflict } from "../api/problem.ts";
import { useSingle } from "../api/use-single.ts";
import { useCommands } from "../keys/provider.tsx";
import type { Draft } from "./use-draft.ts";

interface Options<T, R> {
  readonly draft: Draft<T>;
  /** Whether this may be saved at all: permission, completeness. */
  readonly ready: boolean;
  readonly save: (value: T, revision: number) => Promise<R>;
  /** Puts the result where the page reads it from. */
  readonly onSaved: (result: R) => unknown;
  /** What is asked again when somebody else saved first. */
  readonly stale: QueryKey;
}

/** Saving a draft, by button or by key; what was typed meanwhile, or was refused, stays. */
export function useSave<T, R extends { readonly revision: number }>(options: Options<T, R>) {
  const { draft, ready, save, onSaved, stale } = options;
  const cache = useQueryClient();
  const saving = useMutation({
    mutationFn: ({ value, revision }: Pick<Draft<T>, "value" | "revision">) => save(value, revision),
    onSuccess(result, { value }) {
      const done = onSaved(result);
      draft.settle(value, result.revision);
      return done;
    },
    onError: (error) => (isConflict(error) ? cache.invalidateQueries({ queryKey: stale }) : undefined),
  });
  const begin = useSingle(saving.mutateAsync);
  const may = ready && !draft.overtaken && !saving.isPending;
  const submit = () => {
    if (may) begin({ value: draft.value, revision: draft.revision });
  };
  useCommands({ "form.save": submit });
  return {
    submit,
    ready: may,
    error: saving.error,
    state: { saving: saving.isPending, dirty: draft.dirty, saved: saving.isSuccess },
  };
}
