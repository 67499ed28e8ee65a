import { Button, Modal } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSingle } from "../api/use-single.ts";
import { Failure } from "../states/failure.tsx";
import { SecondFactor } from "./cognito.ts";

/** Turns the second factor off, asked once more. */
export function TurnOff({ onDone }: { readonly onDone: () => void }) {
  const [asking, setAsking] = useState(false);
  const turning = useMutation({ mutationFn: SecondFactor.turnOff, onSuccess: onDone });
  const turnOff = useSingle(() => turning.mutateAsync());
  return (
    <>
      <Button onClick={() => setAsking(true)}>Turn it off…</Button>
      {asking && (
        <Modal
          opened
          onClose={() => setAsking(false)}
          title="Turn your second factor off?"
          closeButtonProps={{ "aria-label": "Close" }}
        >
          <p>From then on your password alone signs in. You can set it up again at any time.</p>
          {turning.isError && <Failure what="The second factor is still on" error={turning.error} />}
          <div className="acts turn-off">
            <Button
              variant="filled"
              color="harm"
              loading={turning.isPending}
              onClick={() => turnOff(undefined)}
            >
              Turn it off
            </Button>
            <Button onClick={() => setAsking(false)}>Leave it on</Button>
          </div>
        </Modal>
      )}
    </>
  );
}
