import type { Output } from "../api/routes.ts";
import { ActButton } from "../states/allowed.tsx";
import { Failure } from "../states/failure.tsx";
import { useStart } from "./use-start.ts";
import { summed } from "./words.ts";

/** It gave up, or nothing moves any more: what was kept, and how to go on. */
export function Failed({ view }: { readonly view: Output<"GET /v1/imports/{importId}"> }) {
  const starting = useStart(view.importId);
  return (
    <>
      <div className="failure" role="alert">
        <p>
          <strong>The import stopped.</strong> What was read in is kept ({summed(view)}), and going on writes
          nothing twice.
        </p>
        <p className="quiet small">
          Cause: {view.stopped ? "nothing has moved for an hour" : (view.failure ?? "unknown")}
        </p>
        <div className="acts">
          <ActButton
            variant="filled"
            needs="people.import"
            act="import people"
            loading={starting.isPending}
            onClick={() => starting.begin(view.revision)}
          >
            Go on
          </ActButton>
        </div>
      </div>
      {starting.error && <Failure what="It could not go on" error={starting.error} />}
    </>
  );
}
