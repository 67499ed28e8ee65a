import type { DryRow, Page } from "@perennial/core/campaign/views.ts";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { Chip } from "../../because/chip.tsx";
import { reasonWords } from "../../because/reasons.ts";
import { dayAndTime } from "../../words/dates.ts";
import { find, mailsIn } from "../journey/tree.ts";
import { stepWords } from "../journey/words.ts";
import "../table.css";
import "./dry-run.css";

interface Props {
  readonly rows: readonly DryRow[];
  readonly page: Page;
  /** Somebody who stands for whoever joins: there is no page of her. */
  readonly typical: boolean;
}

/** Every decision, those of one person under each other. */
export function Decisions({ rows, page, typical }: Props) {
  const people = [...Map.groupBy(rows, ({ candidateId }) => candidateId)];
  return (
    <table className="table dry-run">
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Step</th>
          <th scope="col">When</th>
          <th scope="col">Because</th>
        </tr>
      </thead>
      {people.map(([candidateId, decisions]) => (
        <tbody key={candidateId}>
          {decisions.map((row, index) => (
            <tr key={`${row.at} ${row.stepId} ${row.code}`}>
              {index === 0 && (
                <th scope="rowgroup" rowSpan={decisions.length}>
                  {typical ? (
                    row.name
                  ) : (
                    <Link to="/talent/$candidateId" params={{ candidateId }} className="plain-link">
                      {row.name}
                    </Link>
                  )}
                </th>
              )}
              <Decision row={row} page={page} />
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Decision({ row, page: { campaign, templates } }: { readonly row: DryRow; readonly page: Page }) {
  const { stepId, at, code, inputs } = row;
  const step = stepId ? find(campaign.steps, stepId) : undefined;
  const { chip, tone, sentence } = reasonWords(code, inputs);
  return (
    <Fragment>
      <td>{step ? stepWords(step, templates, mailsIn(campaign.steps)) : "Does not begin"}</td>
      <td className="quiet dry-when">{dayAndTime(at)}</td>
      <td>
        <Chip tone={tone}>{chip}</Chip> <span className="quiet">{sentence}</span>
      </td>
    </Fragment>
  );
}
