import * as z from "zod";
import { Actor } from "../actor.ts";
import { fn } from "../fn.ts";
import { dialectOf } from "./dialect.ts";
import * as Files from "./files.ts";
import { propose } from "./headers.ts";
import { type Dialect, ImportId } from "./import.schema.ts";
import { get } from "./read.ts";
import { type Record, records, rows } from "./records.ts";
import { cut, oneLine } from "./values.ts";
import type { Column, Reading } from "./views.ts";

const SAMPLES = 3;
const SAMPLE_CHARACTERS = 80;
const MOST_COLUMNS = 200;

/** What the uploaded file is: how it is written, its columns with samples, and what each most likely means. */
export const reading = fn(z.strictObject({ importId: ImportId }), async ({ importId }): Promise<Reading> => {
  Actor.assert("people.import");
  const { fileName, revision, mapping } = await get(importId);
  const bytes = await Files.file(importId);
  const dialect = dialectOf(bytes);
  const header = await headerOf(bytes, dialect);
  const { count, columns } = await survey(bytes, dialect, header.cells);
  const { encoding, delimiter } = dialect;
  const fits = mapping?.columns.length === columns.length;
  const told = {
    importId,
    fileName,
    encoding,
    delimiter,
    headerRow: header.row,
    rows: count,
    columns,
    revision,
  };
  return { ...told, ...(mapping && fits ? { mapping } : {}) };
});

/** The row that names the columns; none of its own where the file begins with people. */
export async function headerOf(bytes: Buffer, dialect: Dialect): Promise<Record> {
  let at = 0;
  for await (const record of records(bytes, dialect)) {
    if (dialect.header < 0) return { row: 0, cells: record.cells.map(() => "") };
    if (at === dialect.header) return record;
    at += 1;
  }
  return { row: 0, cells: [] };
}

/** Names of the columns, also where the file has none. */
export const named = (cells: readonly string[]): string[] =>
  cells.slice(0, MOST_COLUMNS).map((cell, at) => cut(oneLine(cell), SAMPLE_CHARACTERS) || `Column ${at + 1}`);

async function survey(bytes: Buffer, dialect: Dialect, header: readonly string[]) {
  const headers = named(header);
  const seen = headers.map(() => ({ samples: new Set<string>(), filled: 0 }));
  let count = 0;
  for await (const { cells } of rows(bytes, dialect)) {
    count += 1;
    for (const [at, column] of seen.entries()) {
      if (!cells[at]) continue;
      column.filled += 1;
      if (column.samples.size < SAMPLES) column.samples.add(cut(oneLine(cells[at]), SAMPLE_CHARACTERS));
    }
  }
  const samples = seen.map((column) => [...column.samples]);
  const proposed = propose(header, samples);
  const columns = headers.map(
    (name, at): Column => ({
      header: name,
      samples: samples[at] ?? [],
      filled: seen[at]?.filled ?? 0,
      proposed: proposed[at] ?? "ignore",
    }),
  );
  return { count, columns };
}
