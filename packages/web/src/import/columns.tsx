import { NativeSelect } from "@mantine/core";
import type { Target } from "@perennial/core/import/import.schema.ts";
import type { Output } from "../api/routes.ts";
import { GROUPS, TARGETS } from "./targets.ts";

type Column = Output<"POST /v1/imports/{importId}/reading">["columns"][number];

interface Props {
  readonly columns: readonly Column[];
  readonly targets: readonly Target[];
  readonly onEdit: (targets: Target[]) => void;
}

const DATA = [
  { value: "ignore", label: TARGETS.ignore },
  ...GROUPS.map(({ group, items }) => ({
    group,
    items: items.map((value) => ({ value, label: TARGETS[value] })),
  })),
];

/** The file's columns, each with what it holds and what it is; those that are left out are named. */
export function Columns({ columns, targets, onEdit }: Props) {
  const ignored = columns.filter((_, at) => targets[at] === "ignore").map(({ header }) => header);
  const change = (at: number, value: string) =>
    onEdit(targets.map((target, one) => (one === at ? (value as Target) : target)));
  return (
    <>
      <ul className="columns">
        {columns.map(({ header, samples, filled }, at) => (
          <li key={keyOf(header, at)} data-ignored={targets[at] === "ignore" || undefined}>
            <div className="column-name">
              <strong>{header}</strong>
              {filled === 0 && <span className="quiet small">empty</span>}
            </div>
            <ul className="samples small quiet">
              {samples.map((sample) => (
                <li key={sample}>{sample}</li>
              ))}
            </ul>
            <NativeSelect
              aria-label={`What “${header}” is`}
              data={DATA}
              value={targets[at] ?? "ignore"}
              onChange={(event) => change(at, event.currentTarget.value)}
            />
          </li>
        ))}
      </ul>
      <p className="quiet">
        {ignored.length === 0 ? "No column is ignored." : `Ignored: ${ignored.join(", ")}.`}
      </p>
    </>
  );
}

/** Two columns may have one name. */
const keyOf = (header: string, at: number) => `${at} ${header}`;
