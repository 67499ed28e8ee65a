import type { Row } from "@perennial/core/candidate/views.ts";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { FormRow } from "../api/routes.ts";
import type { Column } from "./columns.tsx";
import { PersonRow } from "./person-row.tsx";
import { isPicked } from "./picked.ts";
import { TableHead } from "./table-head.tsx";
import type { useLook } from "./use-look.ts";
import type { Selection } from "./use-selection.ts";
import { useTableKeys } from "./use-table-keys.ts";
import "./people.css";

/** How many rows before the end the next page is asked for. */
const AHEAD = 100;
const HEAD = 32;
/** What stands over the foot of the window while somebody is selected. */
const FOOT = 72;

interface Props {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly columns: readonly Column[];
  readonly forms: readonly FormRow[];
  readonly looking: ReturnType<typeof useLook>;
  readonly selection: Selection;
  /** In pixels; another height needs a fresh table. */
  readonly rowHeight: number;
  /** Asks for the next page; absent when there is none or it is on its way. */
  readonly more: (() => unknown) | undefined;
}

/** The people as a table of which only what is on the screen exists, so that thousands scroll smoothly. */
export function PeopleTable({ rows, total, columns, forms, looking, selection, rowHeight, more }: Props) {
  const { look, change } = looking;
  const body = useRef<HTMLTableSectionElement>(null);
  const virtual = useRows(body, rows, rowHeight);
  const items = virtual.getVirtualItems();
  const near = (items.at(-1)?.index ?? 0) >= rows.length - AHEAD;
  useEffect(() => {
    if (near) more?.();
  }, [near, more]);
  const ids = useMemo(() => rows.map(({ candidateId }) => candidateId), [rows]);
  useTableKeys({ body, virtual, ids, looking, selection });
  const tracks = ["20px", "minmax(128px, 1.6fr)", ...columns.map(({ track }) => track), "96px"].join(" ");

  return (
    <table
      aria-label="People"
      aria-rowcount={total + 1}
      className="people"
      style={{ "--tracks": tracks } as CSSProperties}
    >
      <TableHead
        columns={columns}
        sort={look.sort ?? "newest"}
        onSort={(sort) => change({ sort })}
        everybody={selection.picked === "all" ? "all" : selection.count > 0 ? "some" : "none"}
        onEverybody={selection.everybody}
      />
      <tbody ref={body} className="people-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, size, key }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <PersonRow
              key={key}
              {...{ row, index, columns, forms }}
              top={start - virtual.options.scrollMargin}
              height={size}
              picked={isPicked(selection.picked, row.candidateId)}
              peeked={look.peek === row.candidateId}
              onPick={selection.pick}
            />
          );
        })}
      </tbody>
    </table>
  );
}

const useRows = (body: RefObject<HTMLElement | null>, rows: readonly Row[], rowHeight: number) =>
  useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: useTop(body),
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: FOOT,
    getItemKey: (index) => rows[index]?.candidateId ?? index,
  });

/** Where in the document the rows begin; what stands above may wrap and move it. */
function useTop(body: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const box = body.current?.getBoundingClientRect();
    if (box) setTop(Math.round(box.top + window.scrollY));
  });
  return top;
}
