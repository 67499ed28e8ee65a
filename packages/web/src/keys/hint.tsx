import { Tooltip } from "@mantine/core";
import type { ReactElement } from "react";
import { type CommandId, command } from "./commands.ts";
import { Keys } from "./keys.tsx";

interface Props {
  readonly of: CommandId;
  readonly position?: "top" | "right" | "bottom";
  readonly children: ReactElement;
}

/** A tooltip with the words and the key of a command. It stands beside what it explains, inside the same landmark. */
export function Hint({ of, position = "top", children }: Props) {
  const { words, key } = command(of);
  return (
    <Tooltip
      position={position}
      withinPortal={false}
      label={
        <span>
          {words} {key && <Keys of={key} />}
        </span>
      }
    >
      {children}
    </Tooltip>
  );
}
