import { useMediaQuery } from "@mantine/hooks";
import type { Row } from "@perennial/core/candidate/views.ts";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { FormRow } from "../api/routes.ts";
import { PersonRow } from "./person-row.tsx";
import { useTableKeys } from "./use-table-keys.ts";

const ROW = 36;
const PHONE_ROW = 72;
/** How many rows before the end the next page is asked for. */
const AHEAD = 20;

interface Props {
  readonly rows: readonly Row[];
  readonly forms: readonly FormRow[];
  /** Asks for the next page; absent when there is none or it is on its way. */
  readonly more: (() => unknown) | undefined;
}

/** The people as a table of which only what is on the screen exists, so that thousands scroll smoothly. */
export function PeopleTable({ rows, forms, more }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const narrow = useMediaQuery("(max-width: 700px)", undefined, { getInitialValueInEffect: false });
  const virtual = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (narrow ? PHONE_ROW : ROW),
    overscan: 10,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.candidateId ?? index,
  });
  const items = virtual.getVirtualItems();
  const near = (items.at(-1)?.index ?? 0) >= rows.length - AHEAD;
  useEffect(() => {
    if (near) more?.();
  }, [near, more]);
  useEffect(() => virtual.measure(), [narrow, virtual]);
  useTableKeys(body, virtual, rows.length);

  return (
    <div role="table" aria-label="People" aria-rowcount={more ? -1 : rows.length + 1} className="people">
      <div role="row" className="people-head tiny quiet" aria-rowindex={1}>
        {["Name", "May we write", "Source", "Joined", "Season"].map((title) => (
          <span role="columnheader" key={title}>
            {title}
          </span>
        ))}
      </div>
      <div role="rowgroup" ref={body} className="people-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start, size, key }) => {
          const row = rows[index];
          const top = start - virtual.options.scrollMargin;
          return row && <PersonRow key={key} row={row} index={index} forms={forms} top={top} height={size} />;
        })}
      </div>
    </div>
  );
}
