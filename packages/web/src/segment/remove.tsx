import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { done } from "../acts/index.tsx";
import { call } from "../api/call.ts";
import { queries } from "../api/queries.ts";
import { useSingle } from "../api/use-single.ts";
import { ActButton } from "../states/allowed.tsx";
import { Failure } from "../states/failure.tsx";

interface Props {
  readonly segmentId: string;
  readonly revision: number;
  readonly name: string;
}

/** Removes a segment, asked once more by name. Nobody in it is touched. */
export function Remove({ segmentId, revision, name }: Props) {
  const [asking, setAsking] = useState(false);
  const navigate = useNavigate();
  const cache = useQueryClient();
  const removing = useMutation({
    mutationFn: () => call("POST /v1/segments/{segmentId}/removal", { segmentId, revision }),
    async onSuccess() {
      await navigate({ to: "/segments" });
      done(`Removed the segment “${name}”`);
      return cache.invalidateQueries({ queryKey: queries.segments.queryKey });
    },
  });
  const remove = useSingle(() => removing.mutateAsync());
  return (
    <>
      <p className="segment-remove">
        <ActButton needs="segments.write" act="remove segments" onClick={() => setAsking(true)}>
          Remove this segment
        </ActButton>
      </p>
      {asking && (
        <Modal
          opened
          onClose={() => setAsking(false)}
          title={`Remove “${name}”?`}
          closeButtonProps={{ "aria-label": "Close" }}
        >
          <p>
            The rule is gone; the people stay as they are. Campaigns that run go on with the rule they began
            with.
          </p>
          {removing.isError && <Failure what="The segment was not removed" error={removing.error} />}
          <div className="acts confirm-acts">
            <Button
              variant="filled"
              color="harm"
              loading={removing.isPending}
              onClick={() => remove(undefined)}
            >
              Remove “{name}”
            </Button>
            <Button onClick={() => setAsking(false)}>Leave it as it is</Button>
          </div>
        </Modal>
      )}
    </>
  );
}
