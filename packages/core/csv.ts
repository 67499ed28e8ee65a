/** A spreadsheet runs a cell that begins like this (OWASP, CSV injection); full-width signs count as well. */
const RUNS = /^[=+\-@\t\r\n＝＋－＠]/;

/** One line of a CSV file (RFC 4180): every cell quoted, none of them a formula. */
export const csvLine = (cells: readonly string[], delimiter = ","): string =>
  `${cells.map((cell) => `"${harmless(cell).replaceAll('"', '""')}"`).join(delimiter)}\r\n`;

/** What spreadsheets need to read UTF-8 as such. */
export const BOM = "\ufeff";

const harmless = (cell: string) => (RUNS.test(cell) ? `'${cell}` : cell);

/** A cell as it was before we made it harmless, so that a file of ours can be uploaded again. */
export const plainCell = (cell: string): string =>
  cell.startsWith("'") && RUNS.test(cell.slice(1)) ? cell.slice(1) : cell;
