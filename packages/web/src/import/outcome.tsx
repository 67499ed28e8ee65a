import { useCommands } from "../keys/provider.tsx";
import { ActButton } from "../states/allowed.tsx";
import { Failure } from "../states/failure.tsx";
import { count } from "../words/numbers.ts";
import { PreviewOf } from "./preview.tsx";
import { Remove } from "./remove.tsx";
import type { useMapping } from "./use-mapping.ts";
import { useStart } from "./use-start.ts";

interface Props {
  readonly importId: string;
  readonly mapping: ReturnType<typeof useMapping>;
}

/** What would come of the file as it is mapped, and the act itself: only what is counted can be begun. */
export function Outcome({ importId, mapping }: Props) {
  const { preview, current, error, savedRevision, discard } = mapping;
  const starting = useStart(importId, discard);
  const ready = current && !error && preview !== undefined && preview.valid > 0 && !starting.isPending;
  const start = () => {
    if (ready) starting.begin(savedRevision());
  };
  useCommands({ "form.save": start });
  const willCome = preview ? preview.valid - preview.repeated : 0;
  return (
    <aside className="import-preview" aria-label="What would come of it">
      <ActButton
        variant="filled"
        needs="people.import"
        act="import people"
        disabled={!ready}
        loading={starting.isPending}
        onClick={start}
      >
        {willCome > 0 ? `Import ${count(willCome, "person", "people")}` : "Import"}
      </ActButton>
      {starting.error && <Failure what="The import did not begin" error={starting.error} />}
      <PreviewOf preview={preview} current={current} blocked={error !== null} />
      <Remove importId={importId} revision={savedRevision} onRemoved={discard} />
    </aside>
  );
}
