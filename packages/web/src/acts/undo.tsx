import { useMutation } from "@tanstack/react-query";
import { useSingle } from "../api/use-single.ts";
import { Hint } from "../keys/hint.tsx";
import { useCommands } from "../keys/provider.tsx";
import type { Act } from "./index.tsx";
import "./acts.css";

/** The words of an act with the button that takes it back; while it is shown, `z` presses it. */
export function Undo({ words, undo, onDone }: Act & { readonly onDone: () => void }) {
  const taking = useMutation({ mutationFn: undo, onSuccess: onDone });
  const take = useSingle(() => taking.mutateAsync());
  const press = () => take(undefined);
  useCommands({ "act.undo": press });
  return (
    <div className="undo">
      <p>{words}</p>
      {taking.isError && <p className="undo-failed">It was not taken back: {taking.error.message}</p>}
      <Hint of="act.undo">
        <button type="button" className="text-button" onClick={press} aria-disabled={taking.isPending}>
          {taking.isPending ? "Undoing…" : "Undo"}
        </button>
      </Hint>
    </div>
  );
}
