import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import iconv from "iconv-lite";
import { AppError } from "../error.ts";

const SAMPLE_BYTES = 256 * 1024;
const SLICE_BYTES = 64 * 1024;

/** What files begin with that are no text, and what to do instead (magic numbers of ZIP, GZIP, PDF, OLE). */
const OTHERS: readonly (readonly [hex: string, message: string])[] = [
  ["504b0304", "This is an Excel workbook or a ZIP file. Save the sheet as CSV and choose that file."],
  ["1f8b", "This file is compressed. Unpack it and choose the CSV file in it."],
  ["25504446", "This is a PDF. Export the people as a CSV file and choose that."],
  ["d0cf11e0", "This is an old Excel workbook. Save the sheet as CSV and choose that file."],
];

/** How a file's bytes are to be read as text: by its mark, else UTF-8 where that is what it is, else the likeliest old code page. */
export function encodingOf(bytes: Buffer): string {
  const start = bytes.subarray(0, 4).toString("hex");
  const [, message] = OTHERS.find(([hex]) => start.startsWith(hex)) ?? [];
  if (message) throw unreadable(message);
  if (start.startsWith("fffe")) return "utf-16le";
  if (start.startsWith("feff")) return "utf-16be";
  const wide = wideness(bytes.subarray(0, SAMPLE_BYTES));
  if (wide) return wide;
  return isUtf8(bytes) ? "utf-8" : codePage(bytes.subarray(0, SAMPLE_BYTES));
}

export const unreadable = (message: string) =>
  new AppError("invalid", "import.unreadable", message, [{ field: "file", message }]);

/** UTF-16 without its mark: in Western text every second byte is NUL. */
function wideness(sample: Buffer): string | undefined {
  const nuls = [0, 0];
  for (const [at, byte] of sample.entries()) if (byte === 0) nuls[at % 2] = (nuls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const many = sample.length / 5;
  if (odd > many && even < many / 10) return "utf-16le";
  return even > many && odd < many / 10 ? "utf-16be" : undefined;
}

/** How much likelier another code page must be than the one that most of our files are in. */
const CLEARLY = 15;

/** Short Western texts look like many code pages; another one has to be clearly likelier. */
function codePage(sample: Buffer): string {
  const guesses = analyse(sample).filter(
    ({ name }) => iconv.encodingExists(name) && !/^utf|^iso-2022/i.test(name),
  );
  const western = guesses.find(({ name }) => /^(iso-8859-1|windows-1252)$/i.test(name))?.confidence ?? 0;
  const [best] = guesses;
  const other = best && best.confidence > western + CLEARLY;
  return other ? best.name.toLowerCase() : "windows-1252";
}

/** The file as text, slice by slice, without its byte order mark. */
export function* decode(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = iconv.getDecoder(encoding);
  for (let at = 0; at < bytes.length; at += SLICE_BYTES)
    yield decoder.write(bytes.subarray(at, at + SLICE_BYTES));
  yield decoder.end() ?? "";
}
