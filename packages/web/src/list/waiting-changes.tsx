import { count } from "../words/numbers.ts";

interface Props {
  readonly waiting: number;
  readonly show: () => void;
}

/** "2 changes · show": rows that came meanwhile and wait, so that nothing moves under the cursor. */
export function WaitingChanges({ waiting, show }: Props) {
  return (
    <p className="waiting-changes small quiet" aria-live="polite">
      {waiting > 0 && (
        <>
          {count(waiting, "change", "changes")} ·{" "}
          <button type="button" className="text-button" onClick={show}>
            show
          </button>
        </>
      )}
    </p>
  );
}
