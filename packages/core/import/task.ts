import type { Draft } from "./draft.ts";
import type { Group } from "./files.ts";
import { type Marks, marksOf } from "./known.ts";
import { type Print, printOf, recordOf } from "./prints.ts";

/** A row that is about to be written. */
export interface Task {
  readonly row: number;
  readonly draft: Draft;
  readonly marks: Marks;
  readonly record: Record;
}

/** Rows of a file that are found by the same first address, or page: what a source has of somebody. */
export interface Record {
  readonly name: string;
  /** What its rows say together. */
  readonly print: Print;
  /** Its last row: what was said is kept once all of it is written, so that a part cut off is read again as it was. */
  readonly row: number;
}

/** The rows of a group that can be written. Rows of one record stand in one group. */
export function tasksOf(group: Group): Task[] {
  const read = group.flatMap(({ row, draft }) => (draft ? [{ row, draft, marks: marksOf(draft) }] : []));
  const records = Map.groupBy(read, ({ marks }) => recordOf(marks.addresses[0] ?? marks.page ?? ""));
  return [...records].flatMap(([name, rows]) => {
    const drafts = rows.map(({ draft }) => draft);
    const record = { name, print: printOf(name, drafts), row: rows.at(-1)?.row ?? 0 };
    return rows.map((one) => ({ ...one, record }));
  });
}
