/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection); full-width signs count as well. */
const SIGN = "[=+\\-@＝＋－＠]";
const RUNS = new RegExp(`^(?:["\\s]*${SIGN}|[\\t\\r\\n])`);

/**
 * A spreadsheet of another country splits at another sign, and then our quotes hold nothing together: there, whatever follows a line
 * break or a sign that might split is the beginning of a cell. The file's own delimiter is not among them.
 */
const splitting = (delimiter: string) =>
  new RegExp(`([${";,|".replace(delimiter, "")}\\t\\r\\n]["\\s]*)(?=${SIGN})`, "g");
const SPLITS: Readonly<Record<string, RegExp>> = Object.fromEntries(
  [",", ";", "|", "\t"].map((delimiter) => [delimiter, splitting(delimiter)]),
);
const MADE_HARMLESS = new RegExp(`([;,|\\t\\r\\n]["\\s]*)'(?=${SIGN})`, "g");

/** One line of a CSV file (RFC 4180): every cell quoted, none of them a formula. */
export const csvLine = (cells: readonly string[], delimiter = ","): string =>
  `${cells.map((cell) => `"${harmless(cell, delimiter).replaceAll('"', '""')}"`).join(delimiter)}\r\n`;

/** What spreadsheets need to read UTF-8 as such. */
export const BOM = "\ufeff";

function harmless(cell: string, delimiter: string): string {
  const inside = cell.replace(SPLITS[delimiter] ?? splitting(delimiter), "$1'");
  return RUNS.test(inside) ? `'${inside}` : inside;
}

/** A cell as it was before we made it harmless, so that a file of ours can be uploaded again. */
export function plainCell(cell: string): string {
  const inside = cell.replace(MADE_HARMLESS, "$1");
  return inside.startsWith("'") && RUNS.test(inside.slice(1)) ? inside.slice(1) : inside;
}
