import type { Row } from "@perennial/core/candidate/views.ts";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { FormRow } from "../api/routes.ts";
import { Chip } from "../because/chip.tsx";
import { SeasonLine } from "../season/season-line.tsx";
import { date } from "../words/dates.ts";
import { mayWriteWords } from "./may-write.ts";
import { sourceWords } from "./source.ts";

interface Props {
  readonly row: Row;
  readonly index: number;
  readonly forms: readonly FormRow[];
  readonly top: number;
  readonly height: number;
}

export const PersonRow = memo(function PersonRow({ row, index, forms, top, height }: Props) {
  const { chip, tone, sentence } = mayWriteWords(row.mayWrite);
  return (
    <tr
      aria-rowindex={index + 2}
      className="row person-row small"
      style={{ height, transform: `translateY(${top}px)` }}
    >
      <th scope="row" className="person-name">
        <Link
          to="/talent/$candidateId"
          params={{ candidateId: row.candidateId }}
          data-row=""
          data-index={index}
        >
          {row.name}
        </Link>
      </th>
      <td title={sentence}>
        <Chip tone={tone}>{chip}</Chip>
      </td>
      <td className="person-source quiet">{sourceWords(row.source, forms)}</td>
      <td className="person-joined quiet">
        {row.standing === "pending" ? "not confirmed" : date(row.joinedAt)}
      </td>
      <td className="person-season">
        <SeasonLine line={row.season} />
      </td>
    </tr>
  );
});
