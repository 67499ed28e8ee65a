import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { openDisk } from "../../../packages/local/dynamodb/disk.ts";

/** Bytes with the place they come from. */
export type Found = readonly [place: string, bytes: Buffer];

/** Every file below a directory, but the deployment's secret, which is random. */
export async function filesIn(directory: string): Promise<Found[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
  const kept = paths.filter((path) => basename(path) !== "secret");
  return Promise.all(kept.map(async (path): Promise<Found> => [path, await readFile(path)]));
}

/** Every key and value of a LevelDB that nobody has open: its files are compressed in part. */
export async function rowsOf(path: string): Promise<Found[]> {
  const disk = await openDisk(path);
  const rows = await disk.iterator().all();
  await disk.close();
  return rows.map(([key, value]) => [`${path}: ${key}`, Buffer.from(`${key}\n${value}`)]);
}

/** The places in which a text lies, in any of its disguises, in either case. */
export function placesOf(text: string, haystack: readonly Found[]): string[] {
  const wanted = disguises(text);
  return haystack
    .filter(([, bytes]) => {
      const lower = Buffer.from(bytes.toString("latin1").toLowerCase(), "latin1");
      return wanted.some(({ needle, exact }) => (exact ? bytes : lower).includes(needle));
    })
    .map(([place]) => place);
}

interface Disguise {
  readonly needle: Buffer;
  /** Letters differ by case. */
  readonly exact: boolean;
}

function disguises(text: string): Disguise[] {
  const lower = text.toLowerCase();
  const wide = Buffer.from(lower, "utf16le");
  const anyCase = [
    Buffer.from(lower),
    wide,
    Buffer.from(wide).swap16(),
    ...[text, lower].flatMap((form) => [
      Buffer.from(Buffer.from(form).toString("hex")),
      Buffer.from(encodeURIComponent(form).toLowerCase()),
    ]),
    ...["md5", "sha1", "sha256"].map((kind) => Buffer.from(createHash(kind).update(lower).digest("hex"))),
  ];
  const inBase64 = [text, lower].flatMap((form) => [0, 1, 2].map((shift) => base64(form, shift)));
  return [
    ...anyCase.map((needle) => ({ needle, exact: false })),
    ...inBase64.map((needle) => ({ needle: Buffer.from(needle), exact: true })),
    ...inBase64.map((needle) => ({
      needle: Buffer.from(needle.replaceAll("+", "-").replaceAll("/", "_")),
      exact: true,
    })),
  ];
}

/** A text as it looks in the midst of something in base64, without the letters that its neighbours have part in. */
function base64(text: string, shift: number): string {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]);
  const first = Math.ceil((shift * 8) / 6);
  return bytes.toString("base64").slice(first, Math.floor((bytes.length * 8) / 6));
}
