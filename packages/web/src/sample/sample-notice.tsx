import { Button, Modal, Progress } from "@mantine/core";
import { useState } from "react";
import { NotSaved } from "../draft/not-saved.tsx";
import { number } from "../words/numbers.ts";
import { useSample } from "./use-sample.ts";
import "./sample.css";

/** Says that made-up people are here, wherever figures are shown, and takes them away again. */
export function SampleNotice() {
  const { sample, may, remove } = useSample();
  const [asking, setAsking] = useState(false);
  if (!sample || sample.state === "none") return null;
  const moving = sample.state !== "there";
  return (
    <aside className="sample-notice" aria-label="Sample people">
      {moving ? (
        <>
          <p>
            {sample.state === "laying" ? "Laying out" : "Removing"} sample people: {number(sample.done)} of{" "}
            {number(sample.people)}.
          </p>
          <Progress value={(100 * sample.done) / Math.max(1, sample.people)} aria-label="Sample people" />
        </>
      ) : (
        <p>
          {number(sample.people)} made-up people are among these figures. Nobody writes to them.{" "}
          {may && (
            <Button variant="subtle" onClick={() => setAsking(true)}>
              Remove them
            </Button>
          )}
        </p>
      )}
      <NotSaved what="The sample people were not removed" error={remove.error} />
      <Asking
        people={sample.people}
        opened={asking}
        onClose={() => setAsking(false)}
        onRemove={() => {
          setAsking(false);
          remove.mutate();
        }}
      />
    </aside>
  );
}

interface AskingProps {
  readonly people: number;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

/** By count, because it cannot be undone. */
function Asking({ people, opened, onClose, onRemove }: AskingProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={`Remove ${number(people)} sample people?`}>
      <p>
        They go with their history, campaigns, segments and figures. Your own people and everything you made
        stay.
      </p>
      <div className="acts">
        <Button onClick={onClose}>Keep them</Button>
        <Button variant="filled" onClick={onRemove}>
          Remove {number(people)} people
        </Button>
      </div>
    </Modal>
  );
}
