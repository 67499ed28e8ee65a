import type { Row } from "@perennial/core/candidate/views.ts";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { FormRow } from "../api/routes.ts";
import { SeasonLine } from "../season/season-line.tsx";
import type { Column } from "./columns.tsx";

interface Props {
  readonly row: Row;
  readonly index: number;
  readonly columns: readonly Column[];
  readonly forms: readonly FormRow[];
  readonly top: number;
  readonly height: number;
  readonly picked: boolean;
  readonly peeked: boolean;
  /** @param range whether all from the row switched before are meant */
  readonly onPick: (index: number, range: boolean) => void;
}

export const PersonRow = memo(function PersonRow({ row, index, columns, forms, ...rest }: Props) {
  const { top, height, picked, peeked, onPick } = rest;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={picked}
      data-peeked={peeked || undefined}
      className="row person-row small"
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <td className="person-pick">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${row.name}`}
          checked={picked}
          onChange={({ nativeEvent }) =>
            onPick(index, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
          }
        />
      </td>
      <th scope="row" className="person-name">
        <Link
          to="/talent/$candidateId"
          params={{ candidateId: row.candidateId }}
          data-row=""
          data-index={index}
        >
          {row.name}
        </Link>
        {row.sample && <span className="tiny quiet"> sample</span>}
      </th>
      {columns.map(({ id, cell }) => (
        <td key={id} className={`person-${id} quiet`}>
          {cell(row, forms)}
        </td>
      ))}
      <td className="person-season">
        <SeasonLine line={row.season} />
      </td>
    </tr>
  );
});
