import { Tooltip } from "@mantine/core";
import type { ReactElement } from "react";
import { type CommandId, command } from "./commands.ts";
import { Keys } from "./keys.tsx";

/** A tooltip with the words and the key of a command. */
export function Hint({ of, children }: { readonly of: CommandId; readonly children: ReactElement }) {
  const { words, key } = command(of);
  return (
    <Tooltip
      label={
        <span>
          {words} <Keys of={key} />
        </span>
      }
    >
      {children}
    </Tooltip>
  );
}
