import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { call } from "../api/call.ts";
import { queries } from "../api/queries.ts";
import { useSingle } from "../api/use-single.ts";
import { Failure } from "../states/failure.tsx";

interface Props {
  readonly importId: string;
  readonly revision: () => number;
  readonly onRemoved?: () => void;
}

/** Takes the file away again; nobody was read from it yet. */
export function Remove({ importId, revision, onRemoved }: Props) {
  const navigate = useNavigate();
  const cache = useQueryClient();
  const removing = useMutation({
    mutationFn: () => call("POST /v1/imports/{importId}/removal", { importId, revision: revision() }),
    async onSuccess() {
      onRemoved?.();
      await navigate({ to: "/import" });
      await cache.invalidateQueries({ queryKey: queries.imports.queryKey });
    },
  });
  const begin = useSingle(removing.mutateAsync);
  return (
    <div>
      <button type="button" className="text-button" onClick={() => begin()}>
        Remove this file
      </button>
      {removing.error && <Failure what="The file could not be removed" error={removing.error} />}
    </div>
  );
}
