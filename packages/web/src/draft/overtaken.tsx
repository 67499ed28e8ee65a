import { Button } from "@mantine/core";
import type { Draft } from "./use-draft.ts";
import "./draft.css";

interface Props {
  /** As in "this template". */
  readonly what: string;
  readonly draft: Pick<Draft<unknown>, "overtaken" | "keepMine" | "discard">;
}

/** Somebody saved meanwhile: load theirs, or go on with what is typed here. */
export function Overtaken({ what, draft }: Props) {
  if (!draft.overtaken) return null;
  return (
    <div className="overtaken" role="alert">
      <p>
        <strong>Somebody saved {what} meanwhile.</strong> Nothing you typed is lost.
      </p>
      <div className="acts">
        <Button onClick={draft.discard}>Load theirs</Button>
        <Button onClick={draft.keepMine}>Keep mine; saving replaces theirs</Button>
      </div>
    </div>
  );
}
