import type { Column } from "./columns.tsx";
import type { Sort } from "./look.ts";

interface Props {
  readonly columns: readonly Column[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly everybody: "all" | "some" | "none";
  readonly onEverybody: () => void;
}

/** The names of the columns; those of name and date order the list. */
export function TableHead({ columns, sort, onSort, everybody, onEverybody }: Props) {
  return (
    <thead>
      <tr className="people-head tiny quiet" aria-rowindex={1}>
        <th scope="col" className="person-pick">
          <input
            type="checkbox"
            aria-label="Select everybody found"
            checked={everybody === "all"}
            ref={(box) => {
              if (box) box.indeterminate = everybody === "some";
            }}
            onChange={onEverybody}
          />
        </th>
        <th scope="col" aria-sort={sort === "name" ? "ascending" : "none"}>
          <SortButton words="Name" arrow={sort === "name" ? "↑" : ""} onClick={() => onSort("name")} />
        </th>
        {columns.map(({ id, words }) =>
          id === "joined" ? (
            <SinceHead key={id} words={words} sort={sort} onSort={onSort} />
          ) : (
            <th scope="col" key={id}>
              {words}
            </th>
          ),
        )}
        <th scope="col">Season</th>
      </tr>
    </thead>
  );
}

type SinceProps = Pick<Props, "sort" | "onSort"> & { readonly words: string };

function SinceHead({ words, sort, onSort }: SinceProps) {
  const order = ({ newest: "descending", oldest: "ascending", name: "none" } as const)[sort];
  const arrow = { descending: "↓", ascending: "↑", none: "" }[order];
  return (
    <th scope="col" aria-sort={order}>
      <SortButton
        words={words}
        arrow={arrow}
        onClick={() => onSort(sort === "newest" ? "oldest" : "newest")}
      />
    </th>
  );
}

interface ButtonProps {
  readonly words: string;
  readonly arrow: string;
  readonly onClick: () => void;
}

const SortButton = ({ words, arrow, onClick }: ButtonProps) => (
  <button type="button" className="sort-button" onClick={onClick}>
    {words} <span aria-hidden="true">{arrow}</span>
  </button>
);
