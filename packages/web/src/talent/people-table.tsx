import type { Row } from "@perennial/core/candidate/views.ts";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import type { FormRow } from "../api/routes.ts";
import { PersonRow } from "./person-row.tsx";
import { useTableKeys } from "./use-table-keys.ts";

/** How many rows before the end the next page is asked for. */
const AHEAD = 20;

interface Props {
  readonly rows: readonly Row[];
  readonly forms: readonly FormRow[];
  /** In pixels; another height needs a fresh table. */
  readonly rowHeight: number;
  /** Asks for the next page; absent when there is none or it is on its way. */
  readonly more: (() => unknown) | undefined;
}

/** The people as a table of which only what is on the screen exists, so that thousands scroll smoothly. */
export function PeopleTable({ rows, forms, rowHeight, more }: Props) {
  const body = useRef<HTMLTableSectionElement>(null);
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.candidateId ?? index,
  });
  const items = virtual.getVirtualItems();
  const near = (items.at(-1)?.index ?? 0) >= rows.length - AHEAD;
  useEffect(() => {
    if (near) more?.();
  }, [near, more]);
  const ids = useMemo(() => rows.map(({ candidateId }) => candidateId), [rows]);
  useTableKeys(body, virtual, ids);

  return (
    <table aria-label="People" aria-rowcount={more ? -1 : rows.length + 1} className="people">
      <thead>
        <tr className="people-head tiny quiet" aria-rowindex={1}>
          {["Name", "May we write", "Source", "Joined", "Season"].map((title) => (
            <th scope="col" key={title}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} className="people-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, size, key }) => {
          const row = rows[index];
          const top = start - virtual.options.scrollMargin;
          return row && <PersonRow key={key} row={row} index={index} forms={forms} top={top} height={size} />;
        })}
      </tbody>
    </table>
  );
}
