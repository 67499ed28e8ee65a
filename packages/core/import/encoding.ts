import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
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
  const guesses = analyse(sample).filter(({ name }) => isKnown(name) && !/^utf|^iso-2022/i.test(name));
  const western = guesses.find(({ name }) => /^(iso-8859-1|windows-1252)$/i.test(name))?.confidence ?? 0;
  const [best] = guesses;
  const other = best && best.confidence > western + CLEARLY;
  return other ? best.name.toLowerCase() : "windows-1252";
}

/** Node reads every code page of the Encoding Standard (https://encoding.spec.whatwg.org), so no tables of our own are needed. */
function isKnown(encoding: string): boolean {
  try {
    return Boolean(new TextDecoder(encoding));
  } catch {
    return false;
  }
}

/** The file as text, slice by slice, without its byte order mark. */
export function* decode(bytes: Buffer, encoding: string): Generator<string> {
  const decoder = new TextDecoder(encoding);
  const western = decoder.encoding === "windows-1252";
  for (let at = 0; at < bytes.length; at += SLICE_BYTES) {
    const slice = bytes.subarray(at, at + SLICE_BYTES);
    yield western ? westernText(slice) : decoder.decode(slice, { stream: true });
  }
  if (!western) yield decoder.decode();
}

/** What Windows-1252 has where Latin-1 has control characters: bytes 80 to 9f. */
const WINDOWS = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ";

/** Several versions of Node 24 take Windows-1252 for Latin-1 (nodejs/node#60888). */
const westernText = (slice: Buffer) =>
  slice.toString("latin1").replace(/[\x80-\x9f]/g, (sign) => WINDOWS.charAt(sign.charCodeAt(0) - 0x80));
