import type { Upload } from "../storage/index.ts";
import type { Counts, Mapping, State, Target } from "./import.schema.ts";

/** A new import: where the browser puts the file. */
export interface Opened {
  readonly importId: string;
  readonly upload: Upload;
}

export interface Column {
  /** As the file names it; `Column 3` where it does not. */
  readonly header: string;
  /** Up to three different values, cut at 80 characters. */
  readonly samples: readonly string[];
  /** Rows that have a value here. */
  readonly filled: number;
  readonly proposed: Target;
}

/** What the file is, before anything is decided. */
export interface Reading {
  readonly importId: string;
  readonly fileName: string;
  /** As IANA names it, e.g. `utf-8`, `windows-1252`. */
  readonly encoding: string;
  readonly delimiter: "," | ";" | "\t" | "|";
  /** Row of the column names, as a spreadsheet counts; 0 where there are none. */
  readonly headerRow: number;
  readonly rows: number;
  readonly columns: readonly Column[];
  /** What was decided before, if it fits the file. */
  readonly mapping?: Mapping;
  readonly revision: number;
}

/** Something that is to be said of rows. */
export interface Remark {
  readonly code: string;
  readonly words: string;
  readonly count: number;
  /** The first of them, as a spreadsheet counts rows. */
  readonly rows: readonly number[];
}

/** What would come of the file as it is mapped, without looking at who is known already. */
export interface Preview {
  readonly rows: number;
  readonly valid: number;
  readonly withoutAddress: number;
  /** Rows about somebody an earlier row of the file is about. */
  readonly repeated: number;
  readonly grounds: Readonly<Record<"none" | "consent" | "legitimate_interest", number>>;
  readonly rejected: readonly Remark[];
  readonly notes: readonly Remark[];
}

/** An import as its page and the list show it. */
export interface View {
  readonly importId: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly state: State;
  readonly by: string;
  readonly createdAt: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  readonly mapping?: Mapping;
  /** Rows of the file; known once it runs. */
  readonly rows?: number;
  /** What became of the rows so far. */
  readonly counts: Counts;
  readonly notes: readonly Remark[];
  /** Why rows were rejected. */
  readonly rejections: readonly Remark[];
  readonly failure?: string;
  /** It is said to run, but nothing has moved for an hour: it can be begun again. */
  readonly stopped?: true;
  readonly revision: number;
}
