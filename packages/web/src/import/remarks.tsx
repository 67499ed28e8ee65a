import type { Output } from "../api/routes.ts";
import { number } from "../words/numbers.ts";
import { rowsNamed } from "./words.ts";

interface Props {
  readonly title: string;
  readonly remarks: Output<"GET /v1/imports/{importId}">["notes"];
}

/** What is to be said of rows: how many, what, and which. */
export function Remarks({ title, remarks }: Props) {
  if (remarks.length === 0) return null;
  return (
    <div className="remarks">
      <h2>{title}</h2>
      <ul>
        {remarks.map(({ code, words, count, rows }) => (
          <li key={code}>
            <span className="remark-count">{number(count)}</span>
            <span>
              {words} <span className="quiet small">({rowsNamed(rows, count)})</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
