import type { FormRow } from "../api/routes.ts";
import { Empty } from "../states/empty.tsx";
import { Failure } from "../states/failure.tsx";
import { Waiting, WaitingRows } from "../states/waiting.tsx";
import type { Column } from "./columns.tsx";
import { narrowed } from "./look.ts";
import { NobodyYet } from "./nobody-yet.tsx";
import { PeopleTable } from "./people-table.tsx";
import type { useLook } from "./use-look.ts";
import type { usePeople } from "./use-people.ts";
import type { Selection } from "./use-selection.ts";

const ROW = 36;
const PHONE_ROW = 72;

interface Props {
  readonly found: ReturnType<typeof usePeople>;
  readonly forms: readonly FormRow[];
  readonly looking: ReturnType<typeof useLook>;
  readonly selection: Selection;
  readonly columns: readonly Column[];
  readonly narrow: boolean;
}

/** The list in each of its states: on its way, nobody, full, not to be had. */
export function Found({ found, forms, looking, selection, columns, narrow }: Props) {
  const { query, rows, total, more } = found;
  const rowHeight = narrow ? PHONE_ROW : ROW;
  return (
    <div className={query.isPlaceholderData ? "dimmed" : undefined} aria-busy={query.isPlaceholderData}>
      {query.isPending && <WaitingRows count={12} height={rowHeight} />}
      {rows?.length === 0 && <Nobody forms={forms} looking={looking} />}
      {rows && rows.length > 0 && (
        <PeopleTable
          key={rowHeight}
          {...{ rows, total, columns, forms, looking, selection, rowHeight, more }}
        />
      )}
      {query.isFetchingNextPage && <Waiting words="More people are coming" />}
      {query.isError && (
        <Failure
          what={rows ? "The rest of the list could not be loaded" : "The list could not be loaded"}
          error={query.error}
          onRetry={rows ? query.fetchNextPage : query.refetch}
        />
      )}
    </div>
  );
}

function Nobody({ forms, looking: { look, change } }: Pick<Props, "forms" | "looking">) {
  if (!narrowed(look)) return <NobodyYet form={forms[0]} />;
  return (
    <Empty title="Nobody fits all of this">
      <p>Take a filter away, or look for fewer words. Words are found at their beginning.</p>
      <button
        type="button"
        className="text-button"
        onClick={() => change({ q: undefined, only: undefined, segment: undefined })}
      >
        Show everybody
      </button>
    </Empty>
  );
}
