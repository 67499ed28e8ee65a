import { parse } from "csv-parse/sync";
import { decode, encodingOf, unreadable } from "./encoding.ts";
import { targetOf } from "./headers.ts";
import type { Dialect } from "./import.schema.ts";
import { options } from "./records.ts";

const SAMPLE_CHARACTERS = 256 * 1024;
const SAMPLE_RECORDS = 60;
/** Some exports explain themselves first; column names stand within the first rows. */
const HEADER_WITHIN = 20;

const DELIMITERS = [",", ";", "\t", "|"] as const;
type Delimiter = Dialect["delimiter"];

/** How a file is written, by looking at its beginning. */
export function dialectOf(bytes: Buffer): Dialect {
  const encoding = encodingOf(bytes);
  const text = beginning(bytes, encoding);
  if (text.trim() === "") throw unreadable("This file is empty. Choose the one with the people in it.");
  const told = /^\s*"?sep=(.)"?\s*(?:\r|\n|$)/i.exec(text)?.[1];
  const delimiter = DELIMITERS.find((one) => one === told) ?? likeliest(text);
  return { encoding, delimiter, header: headerIn(sample(text, delimiter)) };
}

function beginning(bytes: Buffer, encoding: string): string {
  let text = "";
  for (const slice of decode(bytes, encoding)) {
    text += slice;
    if (text.length > SAMPLE_CHARACTERS) break;
  }
  return text.slice(0, SAMPLE_CHARACTERS);
}

/** The first records as this delimiter would cut them: up to where that fails, because the sample may end within a cell. */
function sample(text: string, delimiter: Delimiter): string[][] {
  const found: string[][] = [];
  const keep = (parsed: unknown) => {
    const { record } = parsed as { record: string[] };
    if (record.some((cell) => cell.trim() !== "")) found.push(record);
    return null;
  };
  try {
    parse(text, { ...options(delimiter), to: SAMPLE_RECORDS, on_record: keep });
  } catch {
    return found;
  }
  return found;
}

/** The delimiter under which columns have names we know, and most rows are of one width. */
function likeliest(text: string): Delimiter {
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: score(sample(text, delimiter)) }));
  const [best] = scored.sort((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.delimiter : ",";
}

function score(records: readonly string[][]): number {
  const widths = records.map(({ length }) => length).filter((width) => width > 1);
  const counts = Map.groupBy(widths, (width) => width);
  const share = Math.max(0, ...[...counts.values()].map(({ length }) => length)) / (records.length || 1);
  return share * 10 + Math.max(0, ...records.slice(0, HEADER_WITHIN).map(known)) * 5;
}

/** How many cells are names of columns. One alone, in a wide row, may be somebody's word. */
function known(cells: readonly string[]): number {
  const count = cells.filter((cell) => targetOf(cell) !== undefined).length;
  return count > 1 || cells.length < 3 ? count : 0;
}

/** The row that names most columns; else the first one, unless it is about a person already. */
function headerIn(records: readonly string[][]): number {
  const names = records.slice(0, HEADER_WITHIN).map(known);
  const most = Math.max(0, ...names);
  if (most > 0) return names.indexOf(most);
  return records[0]?.some((cell) => cell.includes("@")) ? -1 : 0;
}
