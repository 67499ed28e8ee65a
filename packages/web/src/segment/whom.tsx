import { useState } from "react";
import { useCommands } from "../keys/provider.tsx";
import { Peek } from "../peek/peek.tsx";
import { WaitingRows } from "../states/waiting.tsx";
import { Faces } from "./faces.tsx";
import { Growth, Overlaps } from "./growth.tsx";
import { Ladder } from "./ladder.tsx";
import type { Found } from "./use-found.ts";

interface Props {
  readonly found: Found;
  /** Asks for other people of the sample. */
  readonly onOther: () => void;
}

/** Whom the rule finds: the ladder, some of them by name, how they became so many, and where else they are. */
export function Whom({ found: { preview, stale }, onOther }: Props) {
  const [peeked, setPeeked] = useState<string>();
  const close = () => setPeeked(undefined);
  useCommands({ "segment.sample": onOther, "list.close": peeked === undefined ? undefined : close });
  return (
    <>
      <div className={stale && preview ? "segment-found dimmed" : "segment-found"} aria-busy={stale}>
        {preview ? (
          <>
            <Ladder ladder={preview.ladder} />
            <Faces faces={preview.sample} onOther={onOther} peeked={peeked} onPeek={setPeeked} />
            <Growth preview={preview} />
            <Overlaps overlaps={preview.overlaps} />
          </>
        ) : (
          <WaitingRows count={8} height={44} />
        )}
      </div>
      {peeked !== undefined && <Peek candidateId={peeked} onClose={close} />}
    </>
  );
}
