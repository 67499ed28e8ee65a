import { Readable } from "node:stream";
import { CsvError, type Options, parse } from "csv-parse";
import { plainCell } from "../csv.ts";
import { decode, unreadable } from "./encoding.ts";
import type { Dialect } from "./import.schema.ts";

/** A record of the file with the row that a spreadsheet would show it in. */
export interface Record {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Nobody's row is longer: a quotation mark was not closed. */
const LONGEST_RECORD = 1_000_000;

export const options = (delimiter: string): Options => ({
  delimiter,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: LONGEST_RECORD,
  info: true,
});

interface Parsed {
  readonly record: string[];
  readonly info: { readonly records: number; readonly empty_lines: number };
}

/** Every record of a file that says something, also the one that names the columns. */
export async function* records(
  bytes: Buffer,
  { encoding, delimiter }: Omit<Dialect, "header">,
): AsyncGenerator<Record> {
  const parser = Readable.from(decode(bytes, encoding)).pipe(parse(options(delimiter)));
  let row = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      row = info.records + info.empty_lines;
      const cells = record.map(clean);
      if (cells.some((cell) => cell !== "")) yield { row, cells };
    }
  } catch (error) {
    if (error instanceof CsvError) throw unreadable(explain(error, row + 1));
    throw error;
  }
}

/** At 200 rows a part and seven events a part this is a quarter of what one execution's history holds (Step Functions quotas). */
const MOST_ROWS = 200_000;

/**
 * Rows about people: those after the one that names the columns.
 * @throws when there are too many
 */
export async function* rows(bytes: Buffer, dialect: Dialect): AsyncGenerator<Record> {
  let at = -1;
  for await (const record of records(bytes, dialect)) {
    at += 1;
    if (at - dialect.header > MOST_ROWS)
      throw unreadable(
        "A file may have 200,000 rows. Split it, and import one after the other: nobody is written twice.",
      );
    if (at > dialect.header) yield record;
  }
}

const NUL = /\0/g;
const clean = (cell: string) => plainCell(cell.replace(NUL, "").trim());

const explain = ({ code }: CsvError, row: number) =>
  code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE"
    ? `A quotation mark that opens in row ${row} or later is never closed. Close or remove it, and choose the file again.`
    : `Row ${row} can't be read as CSV. Look at its quotation marks, and choose the file again.`;
